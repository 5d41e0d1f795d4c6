#include "cli/console.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <morgue/error.hpp>

namespace morgue::cli {

namespace {

[[noreturn]] void refused() {
    throw Error(Error::Kind::io,
                std::string("cannot write to standard output: ") + std::strerror(errno),
                "what was printed so far is not all");
}

// Empty when the answer is to be printed as it is.
std::string pager_command() {
    for (const char* variable : {"MORGUE_PAGER", "PAGER"}) {
        if (const char* command = std::getenv(variable))
            return std::string_view(command) == "cat" ? "" : command;
    }
    return "less -FRX";
}

}  // namespace

Console::Console(const Options& options)
    : out_(render::describe(STDOUT_FILENO, options.color)),
      err_(render::describe(STDERR_FILENO, options.color)),
      pager_(options.pager),
      quiet_(options.quiet) {}

void Console::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) refused();
}

void Console::page(std::string_view text) {
    const auto lines = std::size_t(std::count(text.begin(), text.end(), '\n'));
    if (pager_ && out_.terminal && lines + 1 > render::terminal_height(STDOUT_FILENO)) {
        const std::string command = pager_command();
        if (!command.empty() && page_through(command, text)) return;
    }
    write(text);
}

bool Console::page_through(const std::string& command, std::string_view text) {
    finish();
    ::setenv("LESS", "FRX", 0);  // for a pager given as plain `less`
    std::FILE* pager = ::popen(command.c_str(), "w");
    if (!pager) return false;
    // The pager may be left before the end of the text, and an interrupt is its business.
    const auto on_pipe = std::signal(SIGPIPE, SIG_IGN);
    const auto on_interrupt = std::signal(SIGINT, SIG_IGN);
    std::fwrite(text.data(), 1, text.size(), pager);
    const int status = ::pclose(pager);
    std::signal(SIGPIPE, on_pipe);
    std::signal(SIGINT, on_interrupt);
    constexpr int no_such_command = 127;
    return status == -1 || !WIFEXITED(status) || WEXITSTATUS(status) != no_such_command;
}

void Console::complain(std::string_view what, std::string_view hint) {
    std::string text = "morgue: " + render::visible(what) + '\n';
    if (!hint.empty()) text += "hint: " + render::visible(hint) + '\n';
    message(text);
}

void Console::message(std::string_view line) {
    std::fflush(stdout);  // so that both streams read in order where they end in one place
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void Console::finish() {
    if (std::fflush(stdout) != 0 || std::ferror(stdout)) refused();
}

}  // namespace morgue::cli

// The program: find the command, read its arguments, run it, and say what went wrong.
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <morgue/error.hpp>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/version.hpp"

namespace morgue::cli {

namespace {

render::Color color_choice(const std::string& name) {
    if (name == "always") return render::Color::always;
    return name == "never" ? render::Color::never : render::Color::automatic;
}

// `morgue help [COMMAND | query]`
int help(std::span<const std::string> topics, Console& console) {
    const std::string topic = topics.empty() ? "" : topics.front();
    if (topic.empty())
        console.page(overview());
    else if (topic == "query")
        console.page(query_manual());
    else
        console.page(manual_of(find_command(topic)));
    console.finish();
    return done;
}

int run_command(const Command& command, std::span<const std::string> typed) {
    const Arguments arguments(
        command.rewrite ? command.rewrite(typed) : std::vector(typed.begin(), typed.end()),
        command.manual->options, command.name);
    Console console({.color = color_choice(arguments.value("color", "auto")),
                     .pager = !arguments.has("no-pager"),
                     .quiet = arguments.has("quiet")});
    if (arguments.has("help")) return help(std::vector{std::string(command.name)}, console);
    check_operands(command, arguments);
    const int code = command.run(arguments, console);
    console.finish();
    return code;
}

int run(const std::vector<std::string>& typed) {
    Console console({});
    const std::string first = typed.empty() ? "help" : typed.front();
    const auto rest = std::span(typed).subspan(typed.empty() ? 0 : 1);
    if (first == "help" || first == "--help" || first == "-h") return help(rest, console);
    if (first == "--version" || first == "version") {
        console.write("morgue " + std::string(version) + '\n');
        console.finish();
        return done;
    }
    return run_command(find_command(first), rest);
}

int guarded(const std::vector<std::string>& typed) {
    Console console({});
    try {
        return run(typed);
    } catch (const Error& error) {
        console.complain(error.what(), error.hint());
        return exit_code(error.kind());
    } catch (const std::bad_alloc&) {
        console.complain("there is not enough memory", "try again when more is free");
        return io_error;
    } catch (const std::system_error& error) {  // std::filesystem's among them
        console.complain(error.what());
        return io_error;
    } catch (const std::exception& error) {
        console.complain(std::string("a bug: ") + error.what(),
                         "please report it with the command that you gave");
        return bug;
    }
}

}  // namespace

}  // namespace morgue::cli

int main(int count, char** arguments) {
    std::signal(SIGPIPE, SIG_DFL);  // whoever reads us may leave: we then end quietly
    return morgue::cli::guarded({arguments + 1, arguments + std::max(count, 1)});
}

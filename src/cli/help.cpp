#include "cli/help.hpp"

#include <algorithm>

namespace morgue::cli {

namespace {

void add_row(std::string& to, std::string_view left, std::size_t width, std::string_view right) {
    to.append("  ").append(left);
    if (left.size() > width) to.append("\n  ").append(width, ' ');
    to.append(left.size() > width ? 0 : width - left.size(), ' ');
    to.append("  ").append(right).append(1, '\n');
}

std::string left_side(const Option& option) {
    std::string out = option.letter ? std::string{'-', option.letter, ',', ' '} : "    ";
    out.append("--").append(option.name);
    if (!option.value.empty()) out.append(" ").append(option.value);
    return out;
}

void add_options(std::string& to, std::string_view title, std::span<const Option> options) {
    if (options.empty()) return;
    constexpr std::size_t widest = 26;
    std::size_t width = 0;
    for (const Option& option : options)
        if (const std::size_t size = left_side(option).size(); size <= widest)
            width = std::max(width, size);
    to.append("\n").append(title).append("\n");
    for (const Option& option : options) add_row(to, left_side(option), width, option.help);
}

}  // namespace

std::string overview() {
    std::string out =
        "morgue: an archive of news articles that you can search\n\n"
        "usage: morgue COMMAND [OPTION...] [ARGUMENT...]\n\ncommands\n";
    for (const Command& command : all_commands()) add_row(out, command.name, 10, command.summary);
    add_options(out, "options of every command", common_options());
    out +=
        "\nmorgue help COMMAND   more of a command\n"
        "morgue help query     how queries are written\n"
        "morgue --version      the version\n"
        "\nexit codes: 0 done or found, 1 nothing found, 2 error in the usage or the query,\n"
        "3 some inputs failed (the rest was stored), 74 input or output error,\n"
        "75 the archive is being written (try again), 70 a bug\n"
        "\nto begin:\n"
        "  morgue index FOLDER\n"
        "  morgue search 'oil prices' --facet source\n";
    return out;
}

std::string manual_of(const Command& command) {
    std::string out = "morgue " + std::string(command.name) + ": " + std::string(command.summary) +
                      "\n\nusage: morgue " + std::string(command.name) + " [OPTION...]";
    if (!command.operands.empty()) out.append(" ").append(command.operands);
    out += '\n';
    if (!command.manual->text.empty()) out.append("\n").append(command.manual->text);
    add_options(out, "options", command.manual->options);
    add_options(out, "options of every command", common_options());
    return out;
}

}  // namespace morgue::cli

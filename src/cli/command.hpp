#pragma once
// The commands of the program, each in the file of its name; command.cpp lists them.
#include <span>
#include <string>
#include <string_view>

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace morgue::cli {

// What `morgue help COMMAND` prints beside the summary.
struct Manual {
    std::span<const Option> options;
    std::string_view text;  // notes and examples
};

struct Command {
    std::string_view name;
    std::string_view
        operands;  // "PATH...": at least one, "RUN QRELS": two, "[QUERY...]": any, "": none
    std::string_view summary;
    const Manual* manual;
    int (*run)(const Arguments& arguments, Console& console);
};

std::span<const Command> all_commands();

// By name; throws Error usage with the one that may have been meant.
const Command& find_command(std::string_view name);

// Throws Error usage when there are too few or too many.
void check_operands(const Command& command, const Arguments& arguments);

// clang-format off
extern const Manual index_manual, search_manual, show_manual, facets_manual, entities_manual,
                    parse_manual, trec_manual, fields_manual, stats_manual, check_manual,
                    rebuild_manual, compact_manual, eval_manual, save_manual, saved_manual,
                    alert_manual, timeline_manual, kwic_manual;
// clang-format on

int index(const Arguments& arguments, Console& console);
int search(const Arguments& arguments, Console& console);
int show(const Arguments& arguments, Console& console);
int facets(const Arguments& arguments, Console& console);
int entities(const Arguments& arguments, Console& console);
int parse(const Arguments& arguments, Console& console);
int trec(const Arguments& arguments, Console& console);
int fields(const Arguments& arguments, Console& console);
int stats(const Arguments& arguments, Console& console);
int check(const Arguments& arguments, Console& console);
int rebuild(const Arguments& arguments, Console& console);
int compact(const Arguments& arguments, Console& console);
int eval(const Arguments& arguments, Console& console);
int save(const Arguments& arguments, Console& console);
int saved(const Arguments& arguments, Console& console);
int alert(const Arguments& arguments, Console& console);
int timeline(const Arguments& arguments, Console& console);
int kwic(const Arguments& arguments, Console& console);

}  // namespace morgue::cli

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
    // "PATH...": at least one, "RUN QRELS": two, "ID [N [M]]": one to three, "ID [TEXT...]": one or
    // more, "[QUERY...]": any, "": none
    std::string_view operands;
    std::string_view summary;
    const Manual* manual;
    int (*run)(const Arguments& arguments, Console& console);

    // Turns forms of its own into options; null where there are none.
    std::vector<std::string> (*rewrite)(std::span<const std::string> typed) = nullptr;
};

std::span<const Command> all_commands();

// By name; throws Error usage with the one that may have been meant.
const Command& find_command(std::string_view name);

// Throws Error usage when there are too few or too many.
void check_operands(const Command& command, const Arguments& arguments);

extern const Manual index_manual;
extern const Manual search_manual;
extern const Manual show_manual;
extern const Manual facets_manual;
extern const Manual entities_manual;
extern const Manual parse_manual;
extern const Manual trec_manual;
extern const Manual fields_manual;
extern const Manual stats_manual;
extern const Manual check_manual;
extern const Manual rebuild_manual;
extern const Manual compact_manual;
extern const Manual eval_manual;
extern const Manual save_manual;
extern const Manual saved_manual;
extern const Manual alert_manual;
extern const Manual timeline_manual;
extern const Manual kwic_manual;
extern const Manual collocates_manual;
extern const Manual keyness_manual;
extern const Manual similar_manual;
extern const Manual compare_manual;
extern const Manual coverage_manual;
extern const Manual graph_manual;
extern const Manual stories_manual;
extern const Manual copies_manual;
extern const Manual export_manual;
extern const Manual tag_manual;
extern const Manual note_manual;
extern const Manual notes_manual;
extern const Manual cite_manual;
extern const Manual quotes_manual;
extern const Manual history_manual;
extern const Manual diff_manual;
extern const Manual changed_manual;

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
int stories(const Arguments& arguments, Console& console);
int timeline(const Arguments& arguments, Console& console);
int kwic(const Arguments& arguments, Console& console);
int collocates(const Arguments& arguments, Console& console);
int copies(const Arguments& arguments, Console& console);
int keyness(const Arguments& arguments, Console& console);
int similar(const Arguments& arguments, Console& console);
int export_articles(const Arguments& arguments, Console& console);
int tag(const Arguments& arguments, Console& console);
int note(const Arguments& arguments, Console& console);
int notes(const Arguments& arguments, Console& console);
int cite(const Arguments& arguments, Console& console);
int quotes(const Arguments& arguments, Console& console);
int compare(const Arguments& arguments, Console& console);
int coverage(const Arguments& arguments, Console& console);
int graph(const Arguments& arguments, Console& console);
int history(const Arguments& arguments, Console& console);
int diff(const Arguments& arguments, Console& console);
int changed(const Arguments& arguments, Console& console);

// +TAG as --add=TAG, -TAG as --remove=TAG.
std::vector<std::string> tag_options(std::span<const std::string> typed);

}  // namespace morgue::cli

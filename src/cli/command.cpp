#include "cli/command.hpp"

#include <algorithm>
#include <array>
#include <morgue/error.hpp>

#include "cli/suggest.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array commands{
    Command{"index",    "PATH...",     "add or update the articles of files and folders",          &index_manual,    index},
    Command{"search",   "[QUERY...]",  "articles that match a query, best first",                  &search_manual,   search},
    Command{"show",     "ID...",       "whole articles",                                           &show_manual,     show},
    Command{"facets",   "[QUERY...]",  "count the values of a field within what a query finds",    &facets_manual,   facets},
    Command{"entities", "[QUERY...]",  "the people, organisations and places that articles name",  &entities_manual, entities},
    Command{"stories",  "[QUERY...]",  "articles that are copies of one another",                  &stories_manual,  stories},
    Command{"copies",   "ID",          "the copies of an article, and what each changed",          &copies_manual,   copies},
    Command{"timeline", "[QUERY[,QUERY]...]", "how often something was written about, over time",  &timeline_manual, timeline},
    Command{"kwic",     "QUERY...",    "every match with what stands left and right of it",       &kwic_manual,     kwic},
    Command{"collocates", "QUERY...",  "the words that stand near matches more often than elsewhere", &collocates_manual, collocates},
    Command{"keyness",  "QUERY...",    "the words that set a query's articles apart from others",  &keyness_manual,  keyness},
    Command{"similar",  "[ID]",        "articles like one article, or like a text",               &similar_manual,  similar},
    Command{"compare",  "QUERY QUERY", "two queries side by side, by the values of fields",       &compare_manual,  compare},
    Command{"graph",    "[QUERY...]",  "who and what is named together",                          &graph_manual,    graph},
    Command{"coverage", "[QUERY...]",  "what the archive holds of each source, and its silences", &coverage_manual, coverage},
    Command{"quotes",   "[QUERY...]",  "what people are quoted as saying",                         &quotes_manual,   quotes},
    Command{"history",  "ID",          "the texts that an article has had",                        &history_manual,  history},
    Command{"diff",     "ID [N [M]]",  "what changed between two texts of an article",             &diff_manual,     diff},
    Command{"changed",  "[QUERY...]",  "articles whose text has changed of late",                  &changed_manual,  changed},
    Command{"export",   "[QUERY...]",  "every article a query finds, for other programs",          &export_manual,   export_articles},
    Command{"cite",     "[QUERY...]",  "a search as it can be put in a footnote",                  &cite_manual,     cite},
    Command{"tag",      "[+TAG | -TAG]... [-- QUERY...]", "put tags on what a query finds, or list them", &tag_manual, tag, tag_options},
    Command{"note",     "ID [TEXT...]", "write on an article, or read what was written",           &note_manual,     note},
    Command{"notes",    "[QUERY...]",  "the notes on what a query finds",                          &notes_manual,    notes},
    Command{"save",     "NAME QUERY...", "keep a search in the archive",                           &save_manual,     save},
    Command{"saved",    "[list | remove NAME...]", "the saved searches, or forget some",           &saved_manual,    saved},
    Command{"alert",    "[NAME...]",   "what is new in saved searches",                            &alert_manual,    alert},
    Command{"parse",    "PATH...",     "print what would be read from files, touching no archive", &parse_manual,    parse},
    Command{"trec",     "TOPICS.tsv",  "run many queries and print a TREC run",                    &trec_manual,     trec},
    Command{"eval",     "RUN QRELS",   "how good a TREC run is, by the judgements of people",      &eval_manual,     eval},
    Command{"fields",   "",            "the fields that queries and facets can name",              &fields_manual,   fields},
    Command{"stats",    "",            "what an archive holds",                                    &stats_manual,    stats},
    Command{"check",    "",            "look for damage in an archive",                            &check_manual,    check},
    Command{"rebuild",  "",            "write the index of an archive anew from its articles",     &rebuild_manual,  rebuild},
    Command{"compact",  "",            "tidy an archive and give back unused space",               &compact_manual,  compact},
};
// clang-format on

}  // namespace

std::span<const Command> all_commands() {
    return commands;
}

const Command& find_command(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Command& command : commands) {
        if (command.name == name) return command;
        names.push_back(command.name);
    }
    if (name.starts_with("-"))
        throw Error(Error::Kind::usage, "options stand after the command",
                    "e.g. morgue search --limit 5 oil; `morgue help` lists the commands");
    throw Error(Error::Kind::usage, "there is no command '" + std::string(name) + "'",
                did_you_mean(name, names, "morgue ", "`morgue help` lists the commands"));
}

void check_operands(const Command& command, const Arguments& arguments) {
    const std::string name(command.name), operands(command.operands);
    const std::size_t given = arguments.operands().size();
    const std::string usage = "usage: morgue " + name + (operands.empty() ? "" : " " + operands);
    const auto named = std::size_t(std::count(operands.begin(), operands.end(), ' ')) + 1;
    const auto optional = std::size_t(std::count(operands.begin(), operands.end(), '['));
    const std::size_t needed = operands.empty() || operands.starts_with('[') ? 0 : named - optional;
    if (given < needed)
        throw Error(Error::Kind::usage,
                    name + " needs " + operands +
                        (given ? ", and only one was given" : ", and none was given"),
                    usage + "; see `morgue help " + name + "`");
    const bool many = operands.find("...") != operands.npos;
    if (!many && given > (operands.empty() ? 0 : named))
        throw Error(Error::Kind::usage,
                    name + " does not know what to do with '" + arguments.operands().back() + "'",
                    usage);
}

}  // namespace morgue::cli

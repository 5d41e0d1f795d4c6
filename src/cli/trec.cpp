// morgue trec: many queries at once, answered as a TREC run.
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iostream>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"match", 0, "all|any", "whether an article must have all the words or any (any)"},
    Option{"hits",  0, "N",       "at most so many articles for each topic (1000)"},
    Option{"tag",   0, "NAME",    "the name of the run (morgue)"},
    rank_option,
    expand_option,
};

constexpr std::string_view text = R"(Each line of the file (- for standard input) is a topic's id, a tab, and a query. Printed are the
lines that trec_eval reads: topic Q0 document rank score tag. Documents are named by the guid of
the article, or by its id when it has none; blanks in a guid are written %20.
)";
// clang-format on

struct Topic {
    std::string id, query;
};

Topic read_topic(std::string line, std::size_t number) {
    if (line.ends_with('\r')) line.pop_back();
    const std::size_t tab = line.find('\t');
    if (tab == line.npos || tab == 0)
        throw Error(Error::Kind::usage, "line " + std::to_string(number) + " is no topic",
                    "a topic is its id, a tab, and a query");
    return {line.substr(0, tab), line.substr(tab + 1)};
}

std::vector<Topic> read_topics(std::istream& in) {
    std::vector<Topic> topics;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number)
        if (line.find_first_not_of(" \t\r") != line.npos)
            topics.push_back(read_topic(line, number));
    return topics;
}

std::vector<Topic> topics_in(const std::string& path) {
    if (path == "-") return read_topics(std::cin);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(Error::Kind::io, "cannot read " + path + ": " + std::strerror(errno),
                    "name a file of topics, or - for standard input");
    return read_topics(file);
}

// One word, as the columns of a run are parted by blanks.
std::string one_word(const std::string& name) {
    std::string out;
    for (const char c : name) {
        if (c == ' ' || (c >= '\t' && c <= '\r'))
            out += "%20";
        else
            out += c;
    }
    return out;
}

void add_line(std::string& to, const std::string& topic, const Hit& hit, std::size_t rank,
              const std::string& tag) {
    char score[32];
    const auto end = std::to_chars(score, score + sizeof score, hit.score).ptr;
    to +=
        one_word(topic) + " Q0 " + (hit.guid.empty() ? std::to_string(hit.id) : one_word(hit.guid));
    to += ' ' + std::to_string(rank) + ' ' + std::string(score, end) + ' ' + tag + '\n';
}

}  // namespace

const Manual trec_manual{options, text};

int trec(const Arguments& arguments, Console& console) {
    SearchRequest request;
    request.match = arguments.value("match", "any") == "any" ? SearchRequest::Match::any
                                                             : SearchRequest::Match::all;
    request.count =
        std::min<std::size_t>(arguments.number("hits", 1000), ArchiveReader::max_window);
    take_ranking(arguments, request);
    request.snippets = request.suggest = false;
    request.exact_total = false;
    const std::string tag = one_word(arguments.value("tag", "morgue"));
    const std::vector<Topic> topics = topics_in(arguments.operands().front());

    const ArchiveReader archive(archive_folder(arguments));
    bool any = false;
    for (const Topic& topic : topics) {
        request.query = topic.query;
        std::string out;
        std::size_t rank = 0;
        for (const Hit& hit : archive.search(request).hits)
            add_line(out, topic.id, hit, ++rank, tag);
        any = any || rank > 0;
        console.write(out);
    }
    return any ? done : nothing_found;
}

}  // namespace morgue::cli

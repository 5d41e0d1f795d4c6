#include "explore/collocates.hpp"

#include <algorithm>
#include <morgue/error.hpp>

#include "core/article_texts.hpp"
#include "explore/hits.hpp"
#include "explore/measures.hpp"
#include "explore/reference.hpp"
#include "explore/surroundings.hpp"
#include "index/stop_words.hpp"
#include "store/texts.hpp"

namespace morgue::explore {

namespace {

using Measure = CollocatesRequest::Measure;

// What was seen of one word near matches.
struct Seen {
    std::uint64_t left = 0, right = 0, articles = 0;
    index::Seq last = 0;  // the article it was seen in last

    std::uint64_t count() const { return left + right; }
};

struct NearWords {
    WordNumbers numbers;
    std::vector<Seen> seen;  // by number
    std::uint64_t articles = 0, matches = 0, near = 0;
};

NearWords read_all(const CollocatesRequest& request, const Hits& hits, const Context& context) {
    NearWords out;
    search::Highlighter highlighter = hits.highlighter();
    store::TextReader texts(context.database, store::TextReader::With::texts);
    Surroundings surroundings(request.left, request.right);
    hits.each_once([&](index::Seq seq) {
        const auto article = texts.at(seq);
        if (!article) return true;
        const std::string& text = core::running_text(*article);
        const auto matches = highlighter.ranges(text);
        out.articles += !matches.empty();
        out.matches += matches.size();
        surroundings.each(text, matches, out.numbers, [&](const Near& near) {
            if (near.word >= out.seen.size()) out.seen.resize(near.word + 1);
            Seen& seen = out.seen[near.word];
            ++(near.left ? seen.left : seen.right);
            seen.articles += seen.last != seq;
            seen.last = seq;
            ++out.near;
        });
        return true;
    });
    out.seen.resize(out.numbers.size());
    return out;
}

double measure(const Collocates::Word& word, Measure by) {
    switch (by) {
        case Measure::log_likelihood:
            return word.log_likelihood;
        case Measure::mutual_information:
            return word.mutual_information;
        case Measure::t_score:
            return word.t_score;
        case Measure::articles:
            return double(word.articles);
        default:
            return double(word.count);
    }
}

}  // namespace

Collocates collocates(const CollocatesRequest& request, const Context& context) {
    if (std::max(request.left, request.right) > Collocates::widest)
        throw Error(Error::Kind::usage,
                    "a window has at most " + std::to_string(Collocates::widest) + " words",
                    "keyness compares whole articles");
    const SearchRequest search = counting(request.search, request.count);
    const Hits hits(search, context);
    const NearWords near = read_all(request, hits, context);
    index::WordCounts archive(context.snapshot, copies_left_out(search, hits, context));
    const bool in_words = request.count == SearchRequest::Count::words;
    Collocates out{.articles = near.articles,
                   .matches = near.matches,
                   .near = near.near,
                   .all = in_words ? all_words(archive, context) : archive.articles(),
                   .problems = hits.problems()};
    std::vector<std::pair<std::string, Seen>> often;
    for (std::uint32_t n = 0; n < near.seen.size(); ++n) {
        const std::string word(near.numbers.word(n));
        if (near.seen[n].count() < std::max<std::size_t>(1, request.min)) continue;
        if (!request.stop_words && index::is_stop_word(word)) continue;
        often.emplace_back(word, near.seen[n]);
    }
    std::sort(often.begin(), often.end(),  // the index is read in order
              [](const auto& a, const auto& b) { return a.first < b.first; });
    out.distinct = often.size();
    for (const auto& [word, seen] : often) {
        Collocates::Word made{
            .word = word,
            .count = seen.count(),
            .left = seen.left,
            .right = seen.right,
            .articles = seen.articles,
            .total = in_words ? archive.occurrences(word) : archive.articles(word)};
        const Contingency counts{double(in_words ? made.count : made.articles),
                                 double(in_words ? out.near : out.articles), double(made.total),
                                 double(out.all)};
        made.log_likelihood = log_likelihood(counts);
        made.mutual_information = mutual_information(counts);
        made.t_score = t_score(counts);
        if (made.log_likelihood > 0) out.words.push_back(std::move(made));
    }
    std::stable_sort(out.words.begin(), out.words.end(), [&](const auto& a, const auto& b) {
        return measure(a, request.sort) > measure(b, request.sort);
    });
    if (out.words.size() > request.limit) out.words.resize(request.limit);
    return out;
}

}  // namespace morgue::explore

#include "explore/keyness.hpp"

#include <algorithm>
#include <morgue/error.hpp>

#include "explore/hits.hpp"
#include "explore/measures.hpp"
#include "explore/phrases.hpp"
#include "explore/reference.hpp"
#include "index/stop_words.hpp"

namespace morgue::explore {

namespace {

using Count = KeynessRequest::Count;
using Measure = KeynessRequest::Measure;

std::uint64_t counted(const PhraseCount& count, Count unit) {
    return unit == Count::words ? count.words : count.articles;
}

EachSeq each_of(const Hits& hits) {
    return [&hits](const std::function<void(index::Seq)>& visit) {
        hits.each_once([&](index::Seq seq) {
            visit(seq);
            return true;
        });
    };
}

// One side: what the query finds, and the words or phrases that are frequent there.
struct Side {
    WordNumbers numbers;
    PhraseCounts counts;
    TextTotals totals;
};

// A phrase can only be frequent if those in it are, so the shorter ones are counted first and each
// pass keeps only what the next one needs.
Side read_frequent(const KeynessRequest& request, const Hits& hits, const Context& context) {
    Side out;
    const std::size_t min = std::max<std::size_t>(1, request.min);
    PhraseCounts shorter;
    for (std::size_t length = 1; length <= request.length; ++length) {
        const auto wanted = [&](const Phrase& phrase) {
            if (length == 1) return true;
            Phrase first = phrase, rest{no_word, no_word, no_word};
            first[length - 1] = no_word;
            std::copy(phrase.begin() + 1, phrase.begin() + std::ptrdiff_t(length), rest.begin());
            return shorter.find(first) && shorter.find(rest);
        };
        out.counts = {};
        out.totals = count_phrases(context, each_of(hits),
                                   {.length = length, .learn = length == 1, .wanted = wanted},
                                   out.numbers, out.counts);
        out.counts.erase_if([&](const Phrase&, const PhraseCount& count) {
            return counted(count, request.count) < min;
        });
        if (length < request.length) shorter = std::move(out.counts);
    }
    return out;
}

// Where the same words and phrases are counted in what the query is set against.
struct Other {
    PhraseCounts counts;
    std::uint64_t articles = 0, all = 0;
};

Other read_other(const KeynessRequest& request, Side& side, const EachSeq& each,
                 const Context& context) {
    Other out;
    const TextTotals totals =
        count_phrases(context, each,
                      {.length = request.length,
                       .learn = false,
                       .wanted = [&](const Phrase& p) { return side.counts.find(p) != nullptr; }},
                      side.numbers, out.counts);
    out.articles = totals.articles;
    out.all = request.count == Count::words ? totals.phrases : totals.articles;
    return out;
}

// The articles of the archive that a query does not find.
EachSeq rest_of(const Hits& hits, const Hits& everything) {
    return [&](const std::function<void(index::Seq)>& visit) {
        each_other(hits, everything, [&](index::Seq seq, bool counts) {
            if (counts) visit(seq);
        });
    };
}

class Keys {
public:
    Keys(const KeynessRequest& request, const Side& side, Keyness& out)
        : request_(request), side_(side), out_(out) {}

    Keyness::Key key(const Phrase& phrase, const PhraseCount& count, std::uint64_t other) const {
        Keyness::Key out;
        for (std::size_t i = 0; i < request_.length; ++i)
            out.text.append(i ? " " : "").append(side_.numbers.word(phrase[i]));
        out.count = counted(count, request_.count);
        out.articles = count.articles;
        out.other_count = other;
        const double all = double(out_.all), both = double(out_.all + out_.other_all);
        const Contingency table{double(out.count), all, double(out.count + other), both};
        out.log_likelihood = log_likelihood(table);
        out.p = p_value(out.log_likelihood);
        out.chi_square = chi_square(table);
        out.cramers_v = cramers_v(out.chi_square, both);
        out.log_ratio = log_ratio(double(out.count), all, double(other), double(out_.other_all));
        return out;
    }

    double measure(const Keyness::Key& key) const {
        if (key.log_likelihood <= 0) return key.log_likelihood;
        return request_.sort == Measure::log_ratio    ? key.log_ratio
               : request_.sort == Measure::chi_square ? key.chi_square
                                                      : key.log_likelihood;
    }
    bool before(const Keyness::Key& a, const Keyness::Key& b) const {
        const double x = measure(a), y = measure(b);
        return x != y ? x > y : a.text < b.text;
    }

    void take(Keyness::Key key) {
        if (key.log_likelihood > 0 && key.p <= request_.most_p) out_.keys.push_back(std::move(key));
    }

    void finish() {
        std::sort(out_.keys.begin(), out_.keys.end(),
                  [&](const auto& a, const auto& b) { return before(a, b); });
        if (out_.keys.size() > request_.limit) out_.keys.resize(request_.limit);
    }

private:
    const KeynessRequest& request_;
    const Side& side_;
    Keyness& out_;
};

bool is_shown(const KeynessRequest& request, const Side& side, const Phrase& phrase) {
    return request.stop_words ||
           (!index::is_stop_word(side.numbers.word(phrase[0])) &&
            !index::is_stop_word(side.numbers.word(phrase[request.length - 1])));
}

// Single words, set against the rest of the archive by what the index knows of all of it.
void compare_with_index(const KeynessRequest& request, const Side& side, index::WordCounts& archive,
                        const Context& context, Keyness& out) {
    out.other_articles = archive.articles() - side.totals.articles;
    out.other_all = request.count == Count::words
                        ? all_words(archive, context) - side.totals.phrases
                        : out.other_articles;
    struct Word {
        std::string text;
        Phrase phrase;
        const PhraseCount* count;
    };
    std::vector<Word> words;
    side.counts.each([&](const Phrase& phrase, const PhraseCount& count) {
        words.push_back({std::string(side.numbers.word(phrase[0])), phrase, &count});
    });
    const auto sort_by_text = [&] {  // the index is read in order
        std::sort(words.begin(), words.end(),
                  [](const Word& a, const Word& b) { return a.text < b.text; });
    };
    sort_by_text();
    Keys keys(request, side, out);
    const bool in_words = request.count == Count::words;
    const bool quick = !in_words && archive.nothing_left_out();
    const std::size_t most =
        std::min(words.size(), quick ? words.size() : std::max(Keyness::looked_at, request.limit));
    if (most < words.size()) {
        std::vector<std::pair<double, Word>> likely;
        for (const Word& word : words) {
            const std::uint64_t here = counted(*word.count, request.count);
            const std::uint64_t about =
                in_words ? archive.about_occurrences(word.text) : archive.about_articles(word.text);
            likely.emplace_back(
                keys.measure(keys.key(word.phrase, *word.count, std::max(about, here) - here)),
                word);
        }
        std::stable_sort(likely.begin(), likely.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        for (std::size_t i = 0; i < most; ++i) words[i] = likely[i].second;
        words.resize(most);
        sort_by_text();
    }
    for (const auto& [text, phrase, count] : words)
        keys.take(keys.key(phrase, *count,
                           (in_words ? archive.occurrences(text) : archive.articles(text)) -
                               counted(*count, request.count)));
}

void compare(const KeynessRequest& request, Side& side, const EachSeq& each, const Context& context,
             Keyness& out) {
    const Other other = read_other(request, side, each, context);
    out.other_articles = other.articles;
    out.other_all = other.all;
    Keys keys(request, side, out);
    side.counts.each([&](const Phrase& phrase, const PhraseCount& count) {
        const PhraseCount* found = other.counts.find(phrase);
        keys.take(keys.key(phrase, count, found ? counted(*found, request.count) : 0));
    });
}

}  // namespace

Keyness keyness(const KeynessRequest& request, const Context& context) {
    if (request.length < 1 || request.length > Phrase().size())
        throw Error(Error::Kind::usage, "phrases have 1 to 3 words", "e.g. --ngrams 2");
    const SearchRequest search = counting(request.search, request.count);
    const Hits hits(search, context);
    Side side = read_frequent(request, hits, context);
    Keyness out{.count = request.count,
                .articles = side.totals.articles,
                .all = request.count == Count::words ? side.totals.phrases : side.totals.articles,
                .problems = hits.problems()};
    side.counts.erase_if(
        [&](const Phrase& phrase, const PhraseCount&) { return !is_shown(request, side, phrase); });
    out.distinct = side.counts.size();

    SearchRequest other = search;
    other.query = request.against.value_or("");
    const Hits against(other, context);
    out.other_problems = against.problems();
    if (request.against)
        compare(request, side, each_of(against), context, out);
    else if (request.length == 1) {
        index::WordCounts archive(context.snapshot, copies_left_out(search, hits, context));
        compare_with_index(request, side, archive, context, out);
    } else
        compare(request, side, rest_of(hits, against), context, out);
    Keys(request, side, out).finish();
    return out;
}

}  // namespace morgue::explore

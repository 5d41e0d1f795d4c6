#include "index/word_counts.hpp"

#include <algorithm>
#include <array>

#include "index/article_values.hpp"
#include "index/guard.hpp"
#include "index/position_lists.hpp"
#include "index/terms.hpp"

namespace morgue::index {

namespace {

constexpr std::uint32_t headline_weight = 2;  // as the Analyser counts

constexpr std::array outside{Field::Id::headline, Field::Id::subheadline, Field::Id::byline,
                             Field::Id::summary};

std::string prefixed(Field::Id id, const std::string& word) {
    return std::string(field(id).prefix) + word;
}

void append_postings(const Xapian::Database& segment, const std::string& term,
                     std::vector<Seq>& to) {
    const auto end = segment.postlist_end(term);
    for (auto at = segment.postlist_begin(term); at != end; ++at) to.push_back(*at);
}

}  // namespace

WordCounts::WordCounts(const Snapshot& snapshot, const std::vector<Seq>& left_out)
    : snapshot_(snapshot), out_(left_out) {
    out_.insert(out_.end(), snapshot.hidden()->begin(), snapshot.hidden()->end());
    std::sort(out_.begin(), out_.end());
    out_.erase(std::unique(out_.begin(), out_.end()), out_.end());
    guard("the index", [&] { learn_texts(); });
}

void WordCounts::learn_texts() {
    WordsColumn words(snapshot_);
    std::vector<Seq> bodies, summaries;
    for (std::size_t i = 0; i < snapshot_.segments(); ++i) {
        append_postings(snapshot_.segment(i), has_term(Field::Id::body), bodies);
        append_postings(snapshot_.segment(i), has_term(Field::Id::summary), summaries);
    }
    for (const Seq seq : bodies) {
        if (!counted(seq)) continue;
        ++articles_;
        body_words_ += words.at(seq);
    }
    std::set_difference(summaries.begin(), summaries.end(), bodies.begin(), bodies.end(),
                        std::back_inserter(bodiless_));
    std::erase_if(bodiless_, [&](Seq seq) { return !counted(seq); });
    articles_ += bodiless_.size();
}

// Both lists rise: each is asked for its next that is not before the other's.
WordCounts::Count WordCounts::left_out(const std::string& term) const {
    Count sum;
    if (out_.empty()) return sum;
    for (std::size_t i = 0; i < snapshot_.segments(); ++i) {
        const auto end = snapshot_.segment(i).postlist_end(term);
        auto at = snapshot_.segment(i).postlist_begin(term);
        for (auto out = out_.begin(); at != end && out != out_.end();) {
            if (*out < *at) {
                out = std::lower_bound(out, out_.end(), *at);
            } else if (*at < *out) {
                at.skip_to(*out);
            } else {
                sum.occurrences += at.get_wdf();
                ++sum.articles;
                ++out;
            }
        }
    }
    return sum;
}

std::uint64_t WordCounts::share_kept(std::uint64_t count) const {
    const std::uint64_t all = snapshot_.database().get_doccount();
    return all ? std::uint64_t(double(count) *
                               double(all - std::min<std::uint64_t>(all, out_.size())) /
                               double(all))
               : 0;
}

bool WordCounts::counted(Seq seq) const {
    return out_.empty() || !std::binary_search(out_.begin(), out_.end(), seq);
}

bool WordCounts::has_body(Seq seq) const {
    return bodiless_.empty() || !std::binary_search(bodiless_.begin(), bodiless_.end(), seq);
}

std::uint64_t WordCounts::about_occurrences(const std::string& word) const {
    return guard("the index",
                 [&] { return share_kept(snapshot_.database().get_collection_freq(word)); });
}

std::uint64_t WordCounts::about_articles(const std::string& word) const {
    return guard("the index", [&] { return share_kept(snapshot_.database().get_termfreq(word)); });
}

std::uint64_t WordCounts::occurrences(const std::string& word) {
    return guard("the index", [&] {
        std::uint64_t sum =
            snapshot_.database().get_collection_freq(word) - left_out(word).occurrences;
        for (std::size_t i = 0; sum > 0 && i < snapshot_.segments(); ++i)
            sum -= outside_body(i, word);
        return sum;
    });
}

// What the living articles of a segment add to a word's count outside their running text.
std::uint64_t WordCounts::outside_body(std::size_t segment, const std::string& word) {
    const Xapian::Database& database = snapshot_.segment(segment);
    seqs_.clear();
    for (const Field::Id id : outside) append_postings(database, prefixed(id, word), seqs_);
    std::sort(seqs_.begin(), seqs_.end());
    seqs_.erase(std::unique(seqs_.begin(), seqs_.end()), seqs_.end());
    PositionLists lists(snapshot_, segment, word);
    std::uint64_t sum = 0;
    for (const Seq seq : seqs_) {
        if (!counted(seq)) continue;
        positions_.clear();
        lists.read(seq, body_end, UINT32_MAX, positions_);
        for (const std::uint32_t position : positions_) {
            const auto in = [&](Field::Id id) {
                const auto [first, last] = positions_of(id);
                return first <= position && position <= last;
            };
            if (in(Field::Id::headline))
                sum += headline_weight;
            else if (!in(Field::Id::summary) || has_body(seq))
                ++sum;
        }
    }
    return sum;
}

std::uint64_t WordCounts::articles(const std::string& word) {
    return guard("the index", [&] {
        const Xapian::Database& database = snapshot_.database();
        const std::string elsewhere = std::string(not_in_body_prefix) + word;
        return database.get_termfreq(word) - left_out(word).articles -
               (database.get_termfreq(elsewhere) - left_out(elsewhere).articles) +
               in_summaries(word);
    });
}

// Articles without a body that have the word in their summary.
std::uint64_t WordCounts::in_summaries(const std::string& word) {
    if (bodiless_.empty()) return 0;
    seqs_.clear();
    for (std::size_t i = 0; i < snapshot_.segments(); ++i)
        append_postings(snapshot_.segment(i), prefixed(Field::Id::summary, word), seqs_);
    return std::uint64_t(
        std::count_if(seqs_.begin(), seqs_.end(), [&](Seq seq) { return !has_body(seq); }));
}

}  // namespace morgue::index

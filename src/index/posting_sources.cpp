#include "index/posting_sources.hpp"

#include <algorithm>

namespace morgue::index {

SeqSource::SeqSource(std::shared_ptr<const std::vector<Seq>> sorted) : seqs_(std::move(sorted)) {}

Xapian::doccount SeqSource::get_termfreq_est() const {
    return Xapian::doccount(end_ - begin_);
}
Xapian::doccount SeqSource::get_termfreq_max() const {
    return Xapian::doccount(end_ - begin_);
}

void SeqSource::init(const Xapian::Database& segment) {
    const auto last = segment.get_lastdocid();
    begin_ = 0;
    end_ = std::size_t(std::upper_bound(seqs_->begin(), seqs_->end(), last) - seqs_->begin());
    at_ = begin_;
    started_ = false;
}

void SeqSource::next(double) {
    if (started_) ++at_;
    started_ = true;
}

void SeqSource::skip_to(Xapian::docid seq, double) {
    started_ = true;
    const auto from = seqs_->begin() + std::ptrdiff_t(at_);
    const auto to = seqs_->begin() + std::ptrdiff_t(end_);
    at_ = std::size_t(std::lower_bound(from, to, seq) - seqs_->begin());
}

std::string SeqSource::get_description() const {
    return "Articles(" + std::to_string(seqs_->size()) + ")";
}

void ProximitySource::init(const Xapian::Database& segment) {
    segment_ = segment;
    last_ = segment.get_lastdocid();
    at_ = 0;
}

bool ProximitySource::check(Xapian::docid seq, double) {
    at_ = seq;
    return holds(seq);
}

void ProximitySource::find(Xapian::docid from) {
    for (at_ = from; at_ <= last_ && !holds(at_); ++at_) {
    }
}

bool ProximitySource::holds(Xapian::docid seq) const {
    std::vector<std::vector<std::uint32_t>> lists;
    for (const auto& words : wanted_.sides) {
        lists.push_back(positions(seq, words));
        if (lists.back().empty()) return false;
    }
    return close_together(lists, wanted_.span, wanted_.ordered);
}

std::vector<std::uint32_t> ProximitySource::positions(Xapian::docid seq,
                                                      const std::vector<std::string>& words) const {
    std::vector<std::uint32_t> out;
    const Xapian::PositionIterator none;
    for (const std::string& word : words) {
        auto at = segment_.positionlist_begin(seq, word);
        if (at == none) continue;
        for (at.skip_to(wanted_.within.first); at != none && *at <= wanted_.within.last; ++at)
            out.push_back(*at);
    }
    if (words.size() > 1) std::sort(out.begin(), out.end());
    return out;
}

std::string ProximitySource::get_description() const {
    std::string out = "Proximity(";
    for (const auto& words : wanted_.sides)
        out += (out.back() == '(' ? ""
                : wanted_.ordered ? " then "
                                  : " near ") +
               words.front() + (words.size() > 1 ? "..." : "");
    return out + " /" + std::to_string(wanted_.span) + " @" + std::to_string(wanted_.within.first) +
           ".." + std::to_string(wanted_.within.last) + ")";
}

namespace {

// The first position of each list after the one before it: the earliest end for this start.
bool ordered_from(const std::vector<std::vector<std::uint32_t>>& lists, std::uint32_t start,
                  std::uint32_t span) {
    std::uint32_t last = start;
    for (std::size_t i = 1; i < lists.size(); ++i) {
        const auto next = std::upper_bound(lists[i].begin(), lists[i].end(), last);
        if (next == lists[i].end()) return false;
        last = *next;
    }
    return last - start <= span;
}

// Taking for each list the least unused position from `start` on is enough when lists are few.
bool unordered_from(const std::vector<std::vector<std::uint32_t>>& lists, std::size_t first,
                    std::uint32_t start, std::uint32_t span) {
    std::vector<std::uint32_t> used{start};
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (i == first) continue;
        auto at = std::lower_bound(lists[i].begin(), lists[i].end(), start);
        while (at != lists[i].end() && std::find(used.begin(), used.end(), *at) != used.end()) ++at;
        if (at == lists[i].end() || *at - start > span) return false;
        used.push_back(*at);
    }
    return true;
}

}  // namespace

bool close_together(const std::vector<std::vector<std::uint32_t>>& lists, std::uint32_t span,
                    bool ordered) {
    for (std::size_t first = 0; first < (ordered ? 1 : lists.size()); ++first)
        for (const std::uint32_t start : lists[first])
            if (ordered ? ordered_from(lists, start, span)
                        : unordered_from(lists, first, start, span))
                return true;
    return false;
}

}  // namespace morgue::index

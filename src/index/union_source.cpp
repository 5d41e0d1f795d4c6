#include "index/union_source.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "index/ranking.hpp"

namespace morgue::index {

namespace {

// How many articles have one of the words, were they spread independently: what OP_SYNONYM reckons.
std::size_t having_any(const Xapian::Database& whole, const std::vector<std::string>& terms) {
    const double all = std::max<double>(1, whole.get_doccount());
    double none = 1;
    for (const std::string& term : terms) none *= 1 - whole.get_termfreq(term) / all;
    return std::size_t(std::lround(all * (1 - none)));
}

}  // namespace

UnionSource::UnionSource(const Xapian::Database& whole, std::vector<std::string> terms) {
    const double rarity = ranking::rarity(whole.get_doccount(), having_any(whole, terms));
    common_ = std::make_shared<const Common>(
        Common{std::move(terms), rarity, std::max(1.0, whole.get_avlength())});
}

void UnionSource::init(const Xapian::Database& segment) {
    segment_ = segment;
    frequencies_.clear();
    articles_ = 0;
    at_ = 0;
    started_ = false;
    const auto all = segment.postlist_begin("");
    if (all == segment.postlist_end("")) return;
    first_ = *all;
    frequencies_.assign(segment.get_lastdocid() - first_ + 1, 0);
    for (const std::string& term : common_->terms) add(segment, term);
    articles_ = Xapian::doccount(frequencies_.size()) -
                Xapian::doccount(std::count(frequencies_.begin(), frequencies_.end(), 0));
    set_maxweight(common_->rarity * (ranking::k1 + 1));
}

void UnionSource::add(const Xapian::Database& segment, const std::string& term) {
    constexpr unsigned most = std::numeric_limits<Frequency>::max();
    const auto end = segment.postlist_end(term);
    for (auto at = segment.postlist_begin(term); at != end; ++at) {
        Frequency& frequency = frequencies_[*at - first_];
        // A word that is there counts, even where its list carries no frequencies.
        frequency = Frequency(std::min(most, frequency + std::max(1u, at.get_wdf())));
    }
}

double UnionSource::get_weight() const {
    const double length = segment_.get_doclength(get_docid()) / common_->average_length;
    return common_->rarity * ranking::saturated(frequencies_[at_], length);
}

void UnionSource::rest_at(std::size_t at) {
    const auto from = frequencies_.begin() + std::ptrdiff_t(std::min(at, frequencies_.size()));
    at_ = std::size_t(std::find_if(from, frequencies_.end(), [](auto n) { return n > 0; }) -
                      frequencies_.begin());
}

void UnionSource::next(double) {
    rest_at(started_ ? at_ + 1 : 0);
    started_ = true;
}

void UnionSource::skip_to(Xapian::docid document, double) {
    started_ = true;
    rest_at(std::max<std::size_t>(at_, document > first_ ? document - first_ : 0));
}

std::string UnionSource::get_description() const {
    return "Union(" + std::to_string(common_->terms.size()) + " words)";
}

}  // namespace morgue::index

#include "index/union_source.hpp"

#include <algorithm>
#include <limits>

#include "index/glass/posting_cursor.hpp"
#include "index/ranking.hpp"

namespace morgue::index {

UnionSource::UnionSource(const Xapian::Database& whole, std::vector<std::string> terms,
                         const MappedSegments* segments) {
    ranking::Spread having(whole.get_doccount());
    for (const std::string& term : terms) having.add(whole.get_termfreq(term));
    const double rarity = ranking::rarity(whole.get_doccount(), having.any());
    common_ = std::make_shared<const Common>(
        Common{std::move(terms), segments, rarity, std::max(1.0, whole.get_avlength())});
}

void UnionSource::init(const Xapian::Database& segment) {
    segment_ = segment;
    mapped_ = common_->segments ? common_->segments->find(segment.get_uuid()) : nullptr;
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
    const auto end = segment.postlist_end(term);
    if (mapped_)
        for (glass::PostingCursor at(mapped_->postings, term); !at.done(); at.next())
            add(at.docid(), at.wdf());
    else
        for (auto at = segment.postlist_begin(term); at != end; ++at) add(*at, at.get_wdf());
}

// A word that is there counts, even where its list carries no frequencies.
void UnionSource::add(Xapian::docid document, std::uint64_t wdf) {
    constexpr std::uint64_t most = std::numeric_limits<Frequency>::max();
    if (document < first_ || document - first_ >= frequencies_.size())
        throw Xapian::DatabaseCorruptError("a posting list names a document that is not there");
    Frequency& frequency = frequencies_[document - first_];
    frequency = Frequency(std::min(most, frequency + std::max<std::uint64_t>(1, wdf)));
}

double UnionSource::get_weight() const {
    const double words =
        mapped_ ? mapped_->lengths.of(get_docid()) : segment_.get_doclength(get_docid());
    const double length = words / common_->average_length;
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

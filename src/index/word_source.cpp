#include "index/word_source.hpp"

#include <algorithm>

#include "index/ranking.hpp"

namespace morgue::index {

WordSource::WordSource(const Xapian::Database& whole, std::vector<std::string> terms,
                       const MappedSegments& segments, double scale) {
    ranking::Spread having(whole.get_doccount());
    for (const std::string& term : terms) having.add(whole.get_termfreq(term));
    const double rarity = ranking::rarity(whole.get_doccount(), having.any());
    common_ = std::make_shared<const Common>(
        Common{std::move(terms), segments, rarity, 1 / std::max(1.0, whole.get_avlength()), scale});
}

void WordSource::init(const Xapian::Database& segment) {
    segment_ = common_->segments.find(segment.get_uuid());
    lists_.clear();
    least_ = likely_ = most_ = 0;
    started_ = false;
    if (!segment_) return;
    const Xapian::doccount articles = segment.get_doccount();
    ranking::Spread having(articles);
    double occurrences = 0;
    for (const std::string& term : common_->terms) {
        glass::PostingCursor list(segment_->postings, term);
        if (list.done()) continue;
        const auto here = Xapian::doccount(list.documents());
        having.add(here);
        least_ = std::max(least_, here);
        most_ = std::min(articles, most_ + here);
        occurrences += double(list.occurrences());
        lists_.push_back(std::move(list));
    }
    likely_ = std::clamp(Xapian::doccount(having.any()), least_, most_);
    set_maxweight(most_weight(occurrences));
}

// No document is shorter than what it holds of the words, nor shorter than the shortest.
double WordSource::most_weight(double occurrences) const {
    const glass::Statistics& all = segment_->statistics;
    const double words = double(common_->terms.size());
    const double frequency = std::max(words, std::min(occurrences, words * double(all.most_wdf)));
    const double length = std::max(frequency - words, double(all.shortest)) * common_->length_share;
    return common_->rarity * ranking::saturated(frequency, length);
}

// What the frequency is held against.
double WordSource::base() const {
    const double length = segment_->lengths.of(document_) * common_->length_share;
    return ranking::base(length) + frequency_;
}

double WordSource::get_weight() const {
    return common_->rarity * (ranking::k1 + 1) * frequency_ / base();
}

// Xapian may have subtracted other weights from the least one, so a hair less will do.
bool WordSource::weighs(double least) const {
    if (least <= 0) return true;
    constexpr double hair = 1 - 1e-9;
    const double needed = least * hair / common_->scale;
    return common_->rarity * (ranking::k1 + 1) * frequency_ >= needed * base();
}

void WordSource::next(double least_weight) {
    if (started_) leave_document();
    started_ = true;
    settle(least_weight);
}

void WordSource::skip_to(Xapian::docid document, double least_weight) {
    started_ = true;
    for (glass::PostingCursor& list : lists_) list.skip_to(document);
    settle(least_weight);
}

// To the first document from here on that weighs as much.
void WordSource::settle(double least_weight) {
    for (gather(); !at_end() && !weighs(least_weight); gather()) leave_document();
}

// The first document of any list, with what all lists have of it.
void WordSource::gather() {
    document_ = glass::PostingCursor::at_end;
    for (const glass::PostingCursor& list : lists_) document_ = std::min(document_, list.docid());
    if (at_end()) return;
    std::uint64_t frequency = 0;
    for (const glass::PostingCursor& list : lists_)
        // A word that is there counts, even where its list carries no frequencies.
        if (list.docid() == document_) frequency += std::max<std::uint64_t>(1, list.wdf());
    frequency_ = double(frequency);
}

void WordSource::leave_document() {
    for (glass::PostingCursor& list : lists_)
        if (list.docid() == document_) list.next();
}

std::string WordSource::get_description() const {
    std::string out;
    for (const std::string& term : common_->terms) out += (out.empty() ? "" : "|") + term;
    return out;
}

}  // namespace morgue::index

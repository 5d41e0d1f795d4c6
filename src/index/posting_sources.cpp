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
    const auto all = segment.postlist_begin("");
    const auto first = all == segment.postlist_end("") ? Seq(0) : Seq(*all);
    const auto from = std::lower_bound(seqs_->begin(), seqs_->end(), first);
    const auto to = std::upper_bound(from, seqs_->end(), segment.get_lastdocid());
    begin_ = std::size_t(from - seqs_->begin());
    end_ = std::size_t(to - seqs_->begin());
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

}  // namespace morgue::index

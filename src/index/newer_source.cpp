#include "index/newer_source.hpp"

#include <algorithm>

namespace morgue::index {

void NewerSource::init(const Xapian::Database& segment) {
    const Xapian::docid last = segment.get_lastdocid();
    most_ = last > after_ ? std::min(segment.get_doccount(), last - after_) : 0;
    at_ = segment.postlist_begin("");
    end_ = segment.postlist_end("");
    started_ = false;
}

void NewerSource::next(double least) {
    if (!started_) return skip_to(after_ + 1, least);
    ++at_;
}

void NewerSource::skip_to(Xapian::docid seq, double) {
    started_ = true;
    if (at_ != end_) at_.skip_to(std::max<Xapian::docid>(seq, after_ + 1));
}

}  // namespace morgue::index

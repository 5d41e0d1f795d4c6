#include "index/term_walk.hpp"

namespace morgue::index {

TermWalk::TermWalk(const TermLists& lists, std::string prefix) : prefix_(std::move(prefix)) {
    if (lists.mapped()) {
        for (std::size_t i = 0; i < lists.segments->size(); ++i)
            cursors_.emplace_back(lists.segments->at(i)->postings).seek(prefix_);
    } else {
        listed_ = lists.database.allterms_begin(prefix_);
        end_ = lists.database.allterms_end(prefix_);
    }
    settle();
}

// On the least term of all segments.
void TermWalk::settle() {
    term_ = {};
    if (cursors_.empty()) {
        done_ = listed_ == end_;
        if (!done_) term_ = copied_ = *listed_;
        return;
    }
    done_ = true;
    for (const glass::TermCursor& cursor : cursors_) {
        if (cursor.done() || (!done_ && cursor.term() >= term_)) continue;
        term_ = cursor.term();
        done_ = false;
    }
    done_ = done_ || !term_.starts_with(prefix_);
}

std::size_t TermWalk::frequency() const {
    if (cursors_.empty()) return listed_.get_termfreq();
    std::size_t sum = 0;
    for (const glass::TermCursor& cursor : cursors_)
        if (!cursor.done() && cursor.term() == term_) sum += cursor.documents();
    return sum;
}

void TermWalk::next() {
    if (cursors_.empty()) {
        ++listed_;
        return settle();
    }
    copied_ = term_;  // which lies in a cursor that moves
    for (glass::TermCursor& cursor : cursors_)
        if (!cursor.done() && cursor.term() == copied_) cursor.next();
    settle();
}

void TermWalk::skip_to(const std::string& term) {
    if (cursors_.empty()) listed_.skip_to(term);
    for (glass::TermCursor& cursor : cursors_)
        if (!cursor.done() && cursor.term() < term) cursor.seek(term);
    settle();
}

}  // namespace morgue::index

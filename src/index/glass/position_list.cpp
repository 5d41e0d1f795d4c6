#include "index/glass/position_list.hpp"

namespace morgue::index::glass {

void PositionList::open(std::string_view tag) {
    const PositionsHead head = read_head(tag);
    bits_ = head.bits;
    count_ = head.count;
    if (at_.size() < count_) at_.resize(count_);
    at_[count_ - 1] = head.last;
    at_[0] = head.first;
    next_ = ready_ = 0;
    ends_.assign(count_ > 1 ? 1 : 0, count_ - 1);
}

// Makes the position behind the ready ones known. They are written the middle one first, then those
// before it: halves are opened until the one that is wanted is reached.
void PositionList::unpack() {
    std::size_t last = ends_.back();
    while (ready_ + 1 < last) {
        const std::size_t middle = ready_ + (last - ready_) / 2;
        at_[middle] = read_between(*bits_, at_, ready_, middle, last);
        ends_.push_back(last = middle);
    }
    ends_.pop_back();
    ready_ = last;
}

}  // namespace morgue::index::glass

#pragma once
// Which articles are to count as one: an array that says the group of each version, so that a match
// costs one look.
#include <xapian.h>
#include <cstdint>
#include <vector>

#include "index/entry.hpp"

namespace morgue::index {

class Groups {
public:
    // A number above 0 that the versions of a group share.
    void put(Seq seq, std::uint32_t group) {
        if (seq >= of_.size()) of_.resize(seq + 1 + seq / 4);
        of_[seq] = group;
        last_ = std::max(last_, group);
    }

    // 0: alone.
    std::uint32_t of(Seq seq) const { return seq < of_.size() ? of_[seq] : 0; }
    std::uint32_t last() const { return last_; }

private:
    std::vector<std::uint32_t> of_;
    std::uint32_t last_ = 0;
};

// Groups seen before; those that are alone are always new.
class SeenGroups {
public:
    explicit SeenGroups(const Groups& groups) : groups_(groups), seen_(groups.last() + 1) {}

    // Whether it is the first of its group.
    bool add(Seq seq) {
        const std::uint32_t group = groups_.of(seq);
        if (group == 0) return true;
        const bool first = !seen_[group];
        seen_[group] = true;
        return first;
    }
    std::vector<std::uint32_t> groups() const;  // ascending

private:
    const Groups& groups_;
    std::vector<bool> seen_;
};

// Counts groups over every match.
class GroupCounter : public Xapian::MatchSpy {
public:
    explicit GroupCounter(const Groups& groups) : seen_(groups) {}

    void operator()(const Xapian::Document& document, double) override {
        count_ += seen_.add(document.get_docid());  // of the segment: a seq
    }
    std::size_t count() const { return count_; }
    const SeenGroups& seen() const { return seen_; }

private:
    SeenGroups seen_;
    std::size_t count_ = 0;
};

}  // namespace morgue::index

#pragma once
// The terms of a snapshot in order, those of all its segments as one list.
#include <xapian.h>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass/term_cursor.hpp"
#include "index/mapped_segments.hpp"

namespace morgue::index {

// Where terms are listed; `segments` are the database's own, null leaves all to Xapian.
struct TermLists {
    const Xapian::Database& database;
    const MappedSegments* segments = nullptr;

    bool mapped() const { return segments && segments->all_known(); }
};

// The terms that begin with a prefix.
class TermWalk {
public:
    TermWalk(const TermLists& lists, std::string prefix);

    bool at_end() const { return done_; }
    std::string_view term() const { return term_; }  // valid until the next step
    std::size_t frequency() const;                   // how many articles have it
    void next();
    void skip_to(const std::string& term);  // or the first behind it

private:
    void settle();

    std::string prefix_;
    std::vector<glass::TermCursor> cursors_;  // by segment
    Xapian::TermIterator listed_, end_;       // where the segments are not mapped
    std::string copied_;
    std::string_view term_;
    bool done_ = false;
};

}  // namespace morgue::index

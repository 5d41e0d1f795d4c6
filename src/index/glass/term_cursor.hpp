#pragma once
// Walks the terms of a published segment in order. docs/glass.md, "Keys of the postlist".
#include <string>
#include <string_view>

#include "index/glass/mapped_table.hpp"

namespace morgue::index::glass {

class TermCursor {
public:
    explicit TermCursor(const MappedTable& postlist) : walk_(postlist) {}

    // To the first term that is not less; not before it was called is there a term.
    void seek(std::string_view term);
    void next();

    bool done() const { return done_; }
    // Valid until the next step.
    std::string_view term() const { return escaped_ ? unescaped_ : walk_.key(); }
    std::uint64_t documents() const;  // that have it

private:
    void settle(bool found);

    TableWalk walk_;
    std::string unescaped_, wanted_;
    bool escaped_ = false, done_ = true;
};

}  // namespace morgue::index::glass

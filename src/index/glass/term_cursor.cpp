#include "index/glass/term_cursor.hpp"

#include "index/glass/posting_key.hpp"

namespace morgue::index::glass {

void TermCursor::seek(std::string_view term) {
    wanted_.clear();
    put_sort_string(wanted_, term, true);
    done_ = walk_.empty();
    if (done_) return;
    const bool there = walk_.seek(wanted_) && walk_.key() == wanted_;
    settle(there || walk_.next());
}

void TermCursor::next() {
    settle(walk_.next());
}

// To the first chunk of a list from here on.
void TermCursor::settle(bool found) {
    for (; found; found = walk_.next()) {
        const std::string_view key = walk_.key();
        escaped_ = key.find('\0') != key.npos;
        if (!escaped_) return;
        const PostingKey parsed = parse_posting_key(key);
        if (parsed.kind != PostingKey::Kind::term || parsed.first != 0) continue;
        unescaped_.clear();
        for (std::size_t at = 0; at < parsed.list.size(); ++at) {
            unescaped_ += parsed.list[at];
            if (parsed.list[at] == '\0') ++at;  // the FF behind it
        }
        return;
    }
    done_ = true;
}

std::uint64_t TermCursor::documents() const {
    return Decoder(walk_.beginning()).uint();
}

}  // namespace morgue::index::glass

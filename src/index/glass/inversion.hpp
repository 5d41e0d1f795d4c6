#pragma once
// A batch of entries, inverted in memory: for each term the documents that hold it, coded as they
// arrive. Each list grows in slices of an arena, each twice as long as the one before, so that a
// rare term takes few bytes and a frequent one few links (as Lucene's ByteBlockPool does).
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/entry.hpp"
#include "index/glass/arena.hpp"
#include "index/glass/codes.hpp"

namespace morgue::index::glass {

class Inversion {
public:
    Inversion();

    // Entries ascend.
    void add(const Entry& entry);

    // Bytes in use.
    std::size_t memory() const;

    // One document of a list; `positions` is a tag of the position table, empty when there are
    // none.
    struct Posting {
        Docid docid = 0;
        std::uint32_t wdf = 0;
        std::string_view positions;
    };

private:
    struct List {
        std::uint64_t leading;  // of the text
        Arena::Place text;
        std::uint32_t hash;
        Arena::Place head, tail;  // where the first slice begins; where the next byte goes
        std::uint32_t room;       // bytes left in the last slice
        Docid last;
        std::uint32_t documents;
        std::uint64_t wdf;           // of all documents
        std::uint8_t length, level;  // of the term, in bytes; of the last slice
    };

public:
    // Reads a list from its beginning.
    class Cursor {
    public:
        Cursor(const Inversion& inversion, const List& list);
        bool next(Posting& posting);

    private:
        std::uint64_t uint();
        void copy(std::string& to, std::size_t bytes);
        void follow();

        const Arena& slices_;
        std::uint32_t left_;  // documents
        Arena::Place at_;
        std::uint32_t room_;
        std::uint8_t level_ = 0;
        Docid last_ = 0;
        std::string positions_;
    };

    // Each term with its list, in the order of the terms: f(text, term frequency, collection
    // frequency, Cursor).
    template <class F>
    void for_each_term(F&& f) const {
        for (const std::uint32_t id : in_order()) {
            const List& list = lists_[id];
            f(text(list), list.documents, list.wdf, Cursor(*this, list));
        }
    }

private:
    static constexpr std::uint32_t first_slice = 16, link_bytes = 4;
    static constexpr std::uint8_t last_level = 7;  // slices of 2048 bytes from here on
    static std::uint32_t slice_bytes(std::uint8_t level) { return first_slice << level; }
    static std::uint8_t next_level(std::uint8_t level) {
        return level < last_level ? std::uint8_t(level + 1) : last_level;
    }

    void fetch_ahead(const Entry& entry, std::size_t i) const;
    List& list(std::string_view text, std::uint32_t hash);
    List& insert(std::string_view text, std::uint64_t leading, std::uint32_t hash,
                 std::size_t slot);
    void grow();
    void append(List& list, const char* bytes, std::size_t size);
    void next_slice(List& list);
    std::string_view text(const List& list) const { return {texts_.at(list.text), list.length}; }
    std::vector<std::uint32_t> in_order() const;

    Arena texts_, slices_;
    std::vector<List> lists_;
    std::vector<std::uint32_t> slots_;  // open addressing: number in lists_ + 1; a power of two
    std::string positions_;
};

}  // namespace morgue::index::glass

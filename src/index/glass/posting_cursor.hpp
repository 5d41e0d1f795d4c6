#pragma once
// Walks a posting list of a published segment. docs/glass.md, "Posting lists".
#include <string>
#include <string_view>

#include "index/glass/mapped_table.hpp"

namespace morgue::index::glass {

class PostingCursor {
public:
    static constexpr Docid at_end = UINT32_MAX;  // docid() where no posting is left

    // At the term's first posting; at the end if no document has it.
    PostingCursor(const MappedTable& postlist, std::string_view term);
    PostingCursor(PostingCursor&&) = default;

    // At the first document, whose wdf is its length.
    static PostingCursor of_lengths(const MappedTable& postlist);

    std::uint64_t documents() const { return documents_; }      // with the term; of lengths 0
    std::uint64_t occurrences() const { return occurrences_; }  // the sum of the list's wdf

    bool done() const { return docid_ == at_end; }
    Docid docid() const { return docid_; }
    std::uint64_t wdf() const { return wdf_; }

    void next() {
        if (at_ == end_) return next_chunk();
        docid_ += Docid(uint()) + 1;
        wdf_ = uint();
        if (docid_ > last_) out_of_order();
    }
    // To this document or the first behind it; never back.
    void skip_to(Docid docid);

private:
    PostingCursor(const MappedTable& postlist, std::string key, bool is_term);

    void open_first_chunk();
    void next_chunk();
    void open_chunk(std::string_view tag);
    void find_chunk(Docid docid);

    std::uint64_t uint() {
        if (at_ != end_ && std::uint8_t(*at_) < 0x80) return std::uint8_t(*at_++);
        return long_uint();
    }
    std::uint64_t long_uint();
    [[noreturn]] static void out_of_order();

    TableWalk walk_;
    std::string key_;            // of the first chunk
    std::size_t chunk_key_ = 0;  // of the others: so many bytes, then the docid
    std::uint64_t documents_ = 0, occurrences_ = 0;
    const char* at_ = nullptr;  // in the chunk
    const char* end_ = nullptr;
    Docid docid_ = at_end;
    Docid last_ = 0;  // of the chunk
    std::uint64_t wdf_ = 0;
    bool last_chunk_ = true;
};

}  // namespace morgue::index::glass

#include "index/glass/posting_cursor.hpp"

#include "index/glass/damage.hpp"
#include "index/glass/postings.hpp"

namespace morgue::index::glass {

namespace {

std::string list_key(std::string_view term) {
    std::string key;
    put_sort_string(key, term, true);
    return key;
}

}  // namespace

PostingCursor::PostingCursor(const MappedTable& postlist, std::string_view term)
    : PostingCursor(postlist, list_key(term), true) {}

PostingCursor PostingCursor::of_lengths(const MappedTable& postlist) {
    return PostingCursor(postlist, std::string(lengths_key), false);
}

PostingCursor::PostingCursor(const MappedTable& postlist, std::string key, bool is_term)
    : walk_(postlist), key_(std::move(key)) {
    if (!walk_.seek(key_) || walk_.key() != key_) return;
    if (is_term) key_.push_back('\0');
    chunk_key_ = key_.size();
    open_first_chunk();
}

void PostingCursor::open_first_chunk() {
    Decoder in(walk_.tag());
    documents_ = in.uint();
    occurrences_ = in.uint();
    docid_ = Docid(in.uint() + 1);
    open_chunk(in.rest());
}

void PostingCursor::next_chunk() {
    if (docid_ != last_) out_of_order();
    if (last_chunk_) {
        docid_ = at_end;
        return;
    }
    const std::string_view list = std::string_view(key_).substr(0, chunk_key_);
    if (!walk_.next() || !walk_.key().starts_with(list)) damaged("a posting list lacks its end");
    docid_ = Decoder(walk_.key().substr(chunk_key_)).sort_uint();
    if (docid_ <= last_) out_of_order();
    open_chunk(walk_.tag());
}

// What stands behind the first docid.
void PostingCursor::open_chunk(std::string_view tag) {
    Decoder in(tag);
    last_chunk_ = in.bytes(1) == "1";
    last_ = Docid(docid_ + in.uint());
    wdf_ = in.uint();
    at_ = in.rest().data();
    end_ = at_ + in.rest().size();
}

void PostingCursor::skip_to(Docid docid) {
    if (docid <= docid_) return;
    if (docid > last_) find_chunk(docid);
    while (docid_ < docid) next();
}

// The next chunk, mostly; else it is looked up.
void PostingCursor::find_chunk(Docid docid) {
    docid_ = last_;
    next_chunk();
    if (done() || docid <= last_) return;
    at_ = end_;
    docid_ = last_;
    if (last_chunk_) return;
    key_.resize(chunk_key_);
    put_sort_uint(key_, docid);
    // the present chunk at least lies before it
    if (!walk_.seek(key_) || !walk_.key().starts_with(std::string_view(key_).substr(0, chunk_key_)))
        damaged("a posting list lacks a chunk");
    docid_ = Decoder(walk_.key().substr(chunk_key_)).sort_uint();
    open_chunk(walk_.tag());
}

std::uint64_t PostingCursor::long_uint() {
    Decoder in({at_, std::size_t(end_ - at_)});
    const std::uint64_t value = in.uint();
    at_ = in.rest().data();
    return value;
}

void PostingCursor::out_of_order() {
    damaged("a posting list is not in order");
}

}  // namespace morgue::index::glass

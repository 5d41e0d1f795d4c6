#include "index/glass/postings.hpp"

namespace morgue::index::glass {

void PostingListWriter::begin_chunk(Docid first) {
    chunks_.push_back({first, first, bytes_.size()});
}

void PostingListWriter::add(Docid docid, std::uint64_t wdf) {
    char buffer[2 * max_uint];
    char* end = buffer;
    if (chunks_.empty() || bytes_.size() - chunks_.back().begin >= chunk_bytes)
        begin_chunk(docid);
    else
        end = write_uint(end, docid - chunks_.back().last - 1);
    chunks_.back().last = docid;
    end = write_uint(end, wdf);
    bytes_.append(buffer, std::size_t(end - buffer));
}

// Joins it to the open chunk where both fit one, so that merging leaves no crumbs.
void PostingListWriter::append(const Chunk& chunk) {
    if (chunks_.empty() || bytes_.size() - chunks_.back().begin + chunk.bytes.size() > chunk_bytes)
        begin_chunk(chunk.first);
    else
        put_uint(bytes_, chunk.first - chunks_.back().last - 1);
    chunks_.back().last = chunk.last;
    bytes_.append(chunk.bytes);
}

void PostingListWriter::finish(std::string_view key, std::uint64_t term_frequency,
                               std::uint64_t collection_frequency) {
    const bool is_term = key != lengths_key;
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        const Stretch& chunk = chunks_[i];
        const bool last = i + 1 == chunks_.size();
        const std::size_t end = last ? bytes_.size() : chunks_[i + 1].begin;
        key_.assign(key);
        tag_.clear();
        if (i == 0) {
            put_uint(tag_, term_frequency);
            put_uint(tag_, collection_frequency);
            put_uint(tag_, chunk.first - 1);
        } else {
            if (is_term) key_.push_back('\0');
            put_sort_uint(key_, chunk.first);
        }
        tag_.push_back(last ? '1' : '0');
        put_uint(tag_, chunk.last - chunk.first);
        tag_.append(bytes_, chunk.begin, end - chunk.begin);
        table_.add(key_, tag_);
    }
    chunks_.clear();
    bytes_.clear();
}

}  // namespace morgue::index::glass

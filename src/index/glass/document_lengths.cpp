#include "index/glass/document_lengths.hpp"

#include "index/glass/posting_cursor.hpp"

namespace morgue::index::glass {

const DocumentLengths::Page& DocumentLengths::unpack(std::size_t number) {
    auto page = std::make_unique<Page>();
    const std::size_t begin = number * page_size, end = begin + page_size;
    PostingCursor lengths = PostingCursor::of_lengths(postlist_);
    for (lengths.skip_to(Docid(begin)); !lengths.done() && lengths.docid() < end; lengths.next())
        (*page)[lengths.docid() - begin] = std::uint32_t(lengths.wdf());
    return *(pages_[number] = std::move(page));
}

}  // namespace morgue::index::glass

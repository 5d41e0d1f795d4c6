#pragma once
// The lengths of a segment's documents, by docid: unpacked a page at a time, when they are first
// asked for.
#include <array>
#include <memory>
#include <vector>

#include "index/glass/mapped_table.hpp"
#include "index/glass/version.hpp"

namespace morgue::index::glass {

class DocumentLengths {
public:
    DocumentLengths(const MappedTable& postlist, const Statistics& statistics)
        : postlist_(postlist), pages_(statistics.last / page_size + 1) {}

    // 0 where there is no such document.
    std::uint32_t of(Docid docid) {
        const std::size_t number = docid / page_size;
        if (number >= pages_.size()) return 0;
        const auto& page = pages_[number];
        return (page ? *page : unpack(number))[docid % page_size];
    }

private:
    static constexpr std::size_t page_size = 4096;
    using Page = std::array<std::uint32_t, page_size>;

    const Page& unpack(std::size_t number);

    const MappedTable& postlist_;
    std::vector<std::unique_ptr<Page>> pages_;
};

}  // namespace morgue::index::glass

#pragma once
// What a footnote says of a search, so that someone else can make it again and know whether the
// archive still answers the same.
#include <morgue/search.hpp>

namespace morgue {

class ArchiveReader;

struct Citation {
    std::string query;  // as it was understood: the printed form of the tree
    std::string uuid;   // of the archive
    std::uint64_t revision = 0;

    // Of the articles found: XXH3 (128 bits) of "ID HASH\n" for each, by rising id, HASH being the
    // fingerprint of the article's content; both in hexadecimal.
    std::string fingerprint;

    std::uint64_t articles = 0, all_articles = 0;  // found; in the archive
    std::uint64_t sources = 0;                     // that are named, each once
    std::optional<Date> earliest, latest;          // published
    std::uint64_t undated = 0;
    Date made;  // when: SearchRequest::now, else the clock
    std::vector<Problem> problems;
};

// Errors are those of ArchiveReader::search.
Citation cite(const ArchiveReader& archive, const SearchRequest& request);

}  // namespace morgue

#pragma once
// The version file "iamglass": format, roots of the tables, statistics of the whole. Written last:
// it is what makes the files a database. docs/glass.md, "Version file".
#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "index/glass/table.hpp"

namespace morgue::index::glass {

// Of the whole segment.
struct Statistics {
    std::uint64_t documents = 0;
    Docid last = 0;
    std::uint64_t shortest = 0;  // length of the shortest document that is not empty; 0: none
    std::uint64_t longest = 0;
    std::uint64_t total_length = 0;
    std::uint64_t most_wdf = 0;

    void add_document(Docid docid, std::uint64_t length);
};

using Roots = std::array<Root, table_count>;

// The first bytes of every version file that this writer's tables go with.
std::string_view signature();

void write_version(const std::filesystem::path& folder, const Roots& roots,
                   const Statistics& statistics);

struct Version {
    Roots roots;
    Statistics statistics;
};

// Throws Error::Kind::corrupt, also for a format that is not ours.
Version read_version(const std::filesystem::path& folder);

// Nothing for a format that is not ours.
std::optional<Version> find_version(const std::filesystem::path& folder);

}  // namespace morgue::index::glass

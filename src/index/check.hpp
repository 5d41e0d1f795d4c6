#pragma once
// Looking for damage in one segment.
#include <filesystem>
#include <string>
#include <vector>

#include "index/entry.hpp"

namespace morgue::index {

struct SegmentCheck {
    std::vector<std::string> faults;
    std::vector<Seq> articles;  // that it holds; sorted
};

// Every table's structure and check sums, and the facet columns.
SegmentCheck check_segment(const std::filesystem::path& folder);

// Whether the segment says of an article what the entry says; the first difference, or nothing.
std::string compare_with_entry(const std::filesystem::path& folder, const Entry& entry);

}  // namespace morgue::index

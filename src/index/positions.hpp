#pragma once
// Where words stand in the articles of one segment, read straight from its table: a fraction of
// what Xapian's own lists cost, for looking at many articles.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "index/entry.hpp"
#include "index/glass/table_reader.hpp"

namespace morgue::index {

// Goes on answering after the folder is removed. Not shared between threads.
class Positions {
public:
    explicit Positions(const std::filesystem::path& segment);

    // Ascending; empty if the article lacks the word. Valid until the next call.
    const std::vector<std::uint32_t>& of(std::string_view word, Seq seq);

private:
    glass::TableReader table_;
    std::string key_;
    std::vector<std::uint32_t> read_;
};

}  // namespace morgue::index

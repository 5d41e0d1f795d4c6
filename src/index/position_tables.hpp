#pragma once
// The position tables of a snapshot's segments, mapped: quicker than asking Xapian for positions,
// which reads blocks of the file again and again.
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/glass/position_table.hpp"

namespace morgue::index {

class PositionTables {
public:
    // `uuid`: the segment's, as Xapian tells it. A segment of another format is left to Xapian.
    void add(std::string uuid, const std::filesystem::path& folder) {
        tables_.push_back({std::move(uuid), glass::PositionTable::open(folder)});
    }

    // Null if it is not known.
    const glass::PositionTable* find(std::string_view uuid) const {
        for (const auto& [known, table] : tables_)
            if (known == uuid) return table.get();
        return nullptr;
    }

    // Of the segment that was added in this place, from 0; may be null.
    const glass::PositionTable* at(std::size_t segment) const {
        return tables_[segment].second.get();
    }

private:
    std::vector<std::pair<std::string, std::unique_ptr<glass::PositionTable>>> tables_;
};

}  // namespace morgue::index

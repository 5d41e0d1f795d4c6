#pragma once
// The position tables of a snapshot's segments, mapped: quicker than asking Xapian for positions,
// which reads blocks of the file again and again.
#include <map>
#include <memory>
#include <string>

#include "index/glass/position_table.hpp"

namespace morgue::index {

class PositionTables {
public:
    // `uuid`: the segment's, as Xapian tells it. A segment of another format is left to Xapian.
    void add(const std::string& uuid, const std::filesystem::path& folder) {
        if (auto table = glass::PositionTable::open(folder)) tables_[uuid] = std::move(table);
    }

    // Null if it is not known.
    const glass::PositionTable* find(const std::string& uuid) const {
        const auto found = tables_.find(uuid);
        return found == tables_.end() ? nullptr : found->second.get();
    }

private:
    std::map<std::string, std::unique_ptr<glass::PositionTable>> tables_;
};

}  // namespace morgue::index

#pragma once
// The tables of a snapshot's segments, mapped: quicker than asking Xapian for postings and
// positions, which copies blocks of the file again and again.
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass/document_lengths.hpp"
#include "index/glass/mapped_table.hpp"
#include "index/glass/version.hpp"

namespace morgue::index {

// Not shared between threads: lengths are unpacked when they are asked for.
struct MappedSegment {
    MappedSegment(const std::filesystem::path& folder, const glass::Version& version)
        : statistics(version.statistics),
          postings(folder, glass::TableKind::postlist, root(version, glass::TableKind::postlist)),
          positions(folder, glass::TableKind::position, root(version, glass::TableKind::position)),
          lengths(postings, statistics) {}

    glass::Statistics statistics;
    glass::MappedTable postings, positions;
    mutable glass::DocumentLengths lengths;

private:
    static const glass::Root& root(const glass::Version& version, glass::TableKind kind) {
        return version.roots[std::size_t(kind)];
    }
};

class MappedSegments {
public:
    // `uuid`: the segment's, as Xapian tells it. A segment of another format is left to Xapian.
    void add(std::string uuid, const std::filesystem::path& folder) {
        const auto version = glass::find_version(folder);
        segments_.push_back(
            {std::move(uuid),
             version ? std::make_unique<const MappedSegment>(folder, *version) : nullptr});
        all_known_ = all_known_ && version;
    }

    // Whether every segment is of a format that is read here.
    bool all_known() const { return all_known_; }

    std::size_t size() const { return segments_.size(); }

    // Null if it is not known.
    const MappedSegment* find(std::string_view uuid) const {
        for (const auto& [known, segment] : segments_)
            if (known == uuid) return segment.get();
        return nullptr;
    }

    // The one that was added in this place, from 0; may be null.
    const MappedSegment* at(std::size_t number) const { return segments_[number].second.get(); }

private:
    std::vector<std::pair<std::string, std::unique_ptr<const MappedSegment>>> segments_;
    bool all_known_ = true;
};

}  // namespace morgue::index

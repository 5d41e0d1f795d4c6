#pragma once
// The published segments of one revision, opened together for reading.
#include <xapian.h>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "entities/corrections.hpp"
#include "index/facet_columns.hpp"
#include "index/groups.hpp"
#include "index/mapped_segments.hpp"

namespace morgue::index {

// Not shared between threads. Goes on answering after its folders are removed.
class Snapshot {
public:
    // Throws Error: io when a folder vanished (a merge was published meanwhile: begin again),
    // corrupt when one is damaged. `hidden`: sorted; the versions that are no
    // answer, unless it is asked for as of a moment.
    Snapshot(std::vector<std::filesystem::path> segments, std::vector<Seq> hidden,
             entities::Corrections corrections = {});

    const Xapian::Database& database() const { return database_; }
    std::size_t segments() const { return folders_.size(); }

    // One segment alone: there a document id is a seq. They stand in order of seq.
    const Xapian::Database& segment(std::size_t number) const { return segments_[number]; }

    // The segment that may hold it; nothing if none does.
    std::optional<std::size_t> segment_of(Seq seq) const;

    const std::shared_ptr<const std::vector<Seq>>& hidden() const { return hidden_; }

    // Xapian numbers the documents of several databases in turn; each segment numbers by seq.
    Seq seq(Xapian::docid combined) const {
        return Seq((combined - 1) / std::max<std::size_t>(1, folders_.size()) + 1);
    }

    // Where a word stands in a document: ascending; valid until the next call. Empty, too, for a
    // segment whose format is not ours.
    const std::vector<std::uint32_t>& positions(Xapian::docid combined,
                                                std::string_view word) const;

    // The languages whose stemmers have read articles, most articles first.
    const std::vector<std::string>& languages() const;

    // Of every segment; mapped from the start, since the folders may be removed meanwhile.
    const std::vector<FacetColumns>& facet_columns() const { return columns_; }

    const MappedSegments& mapped() const { return mapped_; }

    // A place for the groups of copies of this revision, which whoever asks first fills in.
    std::optional<Groups>& groups(std::size_t kind) const { return groups_.at(kind); }

    // A person's corrections of names, which hold in every answer.
    const entities::Corrections& corrections() const { return corrections_; }

private:
    std::vector<std::filesystem::path> folders_;
    std::shared_ptr<const std::vector<Seq>> hidden_;
    entities::Corrections corrections_;
    Xapian::Database database_;
    std::vector<Xapian::Database> segments_;
    std::vector<FacetColumns> columns_;
    MappedSegments mapped_;
    mutable std::array<std::optional<Groups>, 3> groups_;
    mutable std::vector<std::uint32_t> read_;
    mutable std::vector<std::string> languages_;
};

}  // namespace morgue::index

#pragma once
// Writing index segments: a batch of entries becomes one folder that is never changed again (the
// files of a Xapian database, facets.bin and sketches.bin). Two writers can stand behind the
// interface; what they write answers alike.
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "index/entry.hpp"

namespace morgue::index {

class SegmentBuilder {
public:
    virtual ~SegmentBuilder() = default;

    // Entries come with ascending seq.
    virtual void add(const Entry& entry) = 0;

    // Whether the segment should be finished now: it is as large as one batch may grow.
    virtual bool full() const = 0;

    // Completes the folder and syncs its files. Without it the folder is of no use.
    virtual void finish() = 0;
};

class SegmentWriter {
public:
    virtual ~SegmentWriter() = default;
    virtual std::string_view name() const = 0;

    // `folder` must not exist yet.
    virtual std::unique_ptr<SegmentBuilder> begin(const std::filesystem::path& folder) const = 0;

    // Merges segments into one new folder, leaving out the dead. `sources` hold ascending, disjoint
    // ranges of seq, whichever writer made them; `dead` ascends.
    virtual void merge(std::span<const std::filesystem::path> sources, std::span<const Seq> dead,
                       const std::filesystem::path& folder) const = 0;
};

// By Xapian's public interface (portable_writer.cpp).
std::unique_ptr<SegmentWriter> portable_writer();

// Writes the files themselves, many times as fast (glass_writer.cpp).
std::unique_ptr<SegmentWriter> glass_writer();

// The best one for the Xapian that is linked.
std::unique_ptr<SegmentWriter> best_writer();

}  // namespace morgue::index

#pragma once
// The writer's view of the segments folder: begin one, publish it, sweep. See merger.hpp.
#include <functional>
#include <memory>
#include <morgue/ingest.hpp>
#include <optional>
#include <stop_token>
#include <vector>

#include "index/segment_writer.hpp"
#include "store/layout.hpp"
#include "store/recorder.hpp"

namespace morgue::archive {

// One segment being written inside the transaction that will publish it.
class NewSegment {
public:
    // Takes the next segment number by inserting its row; nobody sees it before COMMIT.
    NewSegment(const store::Layout& layout, const index::SegmentWriter& writer);
    ~NewSegment();  // removes the folder unless it was moved into place
    NewSegment(const NewSegment&) = delete;
    NewSegment& operator=(const NewSegment&) = delete;

    void add(const index::Entry& entry);
    bool full() const { return builder_->full(); }

    // Completes the files and puts them where the row says. The transaction may then commit.
    void publish(store::Recorder& recorder);

private:
    const store::Layout& layout_;
    std::filesystem::path building_;
    std::unique_ptr<index::SegmentBuilder> builder_;
    index::Seq first_ = 0, last_ = 0;
    std::size_t articles_ = 0;
    bool published_ = false;
};

// Removes folders of segments/ that no row names.
void sweep(const store::Layout& layout, store::Database& database);

// Writes every segment anew from the articles, aside, and swaps them in with one transaction.
void rebuild_segments(const store::Layout& layout, store::Database& database,
                      const index::SegmentWriter& writer,
                      const std::function<void(const IngestProgress&)>& progress,
                      std::stop_token stop);

}  // namespace morgue::archive

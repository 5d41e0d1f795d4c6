#pragma once
// Keeps the number of segments small: neighbours of about the same size are merged once there are
// enough of them, so that an article is copied once for each tier (a logarithmic merge, as Lucene's
// and Xapian's multi-pass compaction do).
#include <future>
#include <optional>
#include <span>
#include <vector>

#include "index/segment_writer.hpp"
#include "store/layout.hpp"
#include "store/recorder.hpp"

namespace morgue::archive {

// Merging reads and writes only files, in a thread of its own; publishing is one transaction of the
// caller's thread. Articles that die between the two stay buried until the next merge.
class Merger {
public:
    Merger(const store::Layout& layout, store::Database& database, store::Recorder& recorder,
           const index::SegmentWriter& writer);
    ~Merger();  // waits for a merge under way, and throws its work away
    Merger(const Merger&) = delete;
    Merger& operator=(const Merger&) = delete;

    // Publishes a merge that is done, and begins one that is due. Between transactions.
    void step();

    // Merges until no tier is full.
    void finish();

    // Merges everything into one segment, and leaves out the dead.
    void merge_all();

private:
    using Rows = std::vector<store::SegmentRow>;

    struct Job {
        Rows rows;
        std::vector<index::Seq> dead;
        std::future<void> work;
    };

    void begin(Rows rows);
    void publish();
    std::filesystem::path building() const;

    const store::Layout& layout_;
    store::Database& database_;
    store::Recorder& recorder_;
    const index::SegmentWriter& writer_;
    std::optional<Job> job_;
};

}  // namespace morgue::archive

#pragma once
// Counts what became of every record, tells the observer, and sums up.
#include <atomic>
#include <chrono>
#include <morgue/ingest.hpp>

#include "ingest/pipeline.hpp"

namespace morgue::ingest {

class Tally {
public:
    // Files that could not be entered count as failed at once.
    Tally(const Walked& walked, const IngestObserver& observer);

    void article(const Article& article, RecordOutcome::Status status, std::string code = {},
                 std::string message = {});
    // A record that failed or was passed over, or the end of a file.
    void other(const std::string& path, const Item& item);
    // A file that was not read again, and the articles that came from it.
    void unchanged_file(const std::string& path, const std::vector<store::Place>& articles);
    // Lines of the file of spans that say nothing.
    void faults(const formats::SpansFile& spans);
    void purged(std::uint64_t articles) { report_.purged += articles; }
    void stage(const char* name);

    std::atomic<std::uint64_t>& bytes_read() { return bytes_read_; }
    std::uint64_t changes() const { return report_.stored + report_.updated + report_.purged; }
    IngestReport report(bool interrupted, const formats::SpansFile* spans = nullptr);

private:
    void outcome(RecordOutcome outcome);
    void progress();

    const IngestObserver& observer_;
    IngestReport report_;
    IngestProgress progress_;
    std::atomic<std::uint64_t> bytes_read_{0};
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace morgue::ingest

#pragma once
// Reading articles from files: into an archive (ArchiveWriter::index) or only to look at (parse).
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <morgue/article.hpp>
#include <morgue/revision.hpp>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace morgue {

struct IngestOptions {
    std::vector<std::string> paths;  // files, folders, "-" for standard input
    std::string format;              // a name of formats[]; empty: found from the content
    std::string map;                 // a file of rules for tables and JSON (docs/map.md); or empty
    unsigned jobs = 0;               // analysing threads; 0: as many as there are cores
    bool entities = true;            // recognise people, organisations and places
    std::string spans;  // a file that says who is named where, instead (docs/entities.md); or empty
    OnChange on_change = OnChange::revision;
    bool purge = false;    // forget articles all of whose files are gone
    bool dry_run = false;  // say what would happen, write nothing
    bool why = false;      // say where each field comes from (Article::origins)
    std::optional<std::chrono::sys_seconds> now;  // when articles are taken in; none: the clock
};

// What became of one input record, or of a whole file that could not be read.
struct RecordOutcome {
    enum class Status { stored, unchanged, updated, duplicate, skipped, failed };

    std::string path;
    std::uint64_t record = 0;
    std::string guid;
    Status status = Status::stored;
    std::string code, message;  // why, for skipped and failed; empty otherwise
};

struct IngestProgress {
    std::uint64_t files = 0, bytes = 0;              // read so far
    std::uint64_t total_files = 0, total_bytes = 0;  // under the given paths; 0: not known
    std::uint64_t articles = 0, failed = 0;
    std::uint64_t total_articles = 0;  // where articles are gone through; 0: not known
    std::string stage;                 // "reading", "writing", "merging"
};

struct IngestReport {
    std::uint64_t files = 0, files_unchanged = 0, bytes = 0;
    std::uint64_t stored = 0, updated = 0, unchanged = 0, duplicate = 0, skipped = 0, failed = 0;
    std::uint64_t purged = 0, problems = 0;
    std::uint64_t spans_used = 0, spans_refused = 0;  // lines of IngestOptions::spans; mentions
    std::optional<std::uint64_t> spans_unmatched;     // lines; none where not all was read
    double seconds = 0;
    bool interrupted = false;  // stopped early; what was acknowledged is stored
};

// Called from the thread that called index() or parse(), in input order.
struct IngestObserver {
    std::function<void(const RecordOutcome&)> record;
    std::function<void(const IngestProgress&)> progress;
    std::function<void(const RecordOutcome&, const std::vector<Problem>&)> problems;
};

// Parses every article under the paths and hands each to `article`, in order; failures go to
// observer.record. Touches no archive.
IngestReport parse(const IngestOptions& options, const std::function<void(const Article&)>& article,
                   const IngestObserver& observer, std::stop_token stop = {});

// Notices what changes below the paths of a run, from its construction on, so that the run can be
// repeated. Not shared between threads.
class IngestWatch {
public:
    // What lies in `leave_out` (the archive) is no change. Throws Error usage for standard input
    // and for what is not there, io when the system allows no further watches.
    IngestWatch(const std::vector<std::string>& paths, const std::filesystem::path& leave_out);
    ~IngestWatch();
    IngestWatch(IngestWatch&&) noexcept;
    IngestWatch& operator=(IngestWatch&&) noexcept;

    // Waits for a change and until files have rested for a moment; false when stopped.
    bool wait(std::stop_token stop);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// The formats that can be read: name and a sentence.
struct FormatInfo {
    std::string_view name, summary;
};
std::vector<FormatInfo> readable_formats();

}  // namespace morgue

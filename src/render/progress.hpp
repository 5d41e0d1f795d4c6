#pragma once
// How far long work has come, and what it came to.
#include <morgue/ingest.hpp>
#include <string>

namespace morgue::render {

// "reading  12,400 articles  3,100/s  14.2 MB/s  2 failed  61 %  0:42 left"
std::string progress_text(const IngestProgress& progress, double seconds);

// "8 stored, 1 updated, 2 failed; 3 files (1 unchanged)"
std::string summary(const IngestReport& report, bool dry_run);

}  // namespace morgue::render

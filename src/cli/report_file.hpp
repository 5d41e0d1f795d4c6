#pragma once
// The file that `morgue index --report` writes: a JSON line for each input record.
#include <fstream>
#include <morgue/ingest.hpp>
#include <string>

namespace morgue::cli {

class ReportFile {
public:
    // Throws Error io when the file cannot be written; an empty path: no report is wanted.
    explicit ReportFile(const std::string& path);

    void add(const RecordOutcome& outcome);
    void finish();  // throws Error io when not all of it was written

private:
    std::string path_;
    std::ofstream file_;
};

}  // namespace morgue::cli

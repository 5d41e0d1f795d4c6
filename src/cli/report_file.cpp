#include "cli/report_file.hpp"

#include <cerrno>
#include <cstring>
#include <morgue/error.hpp>

#include "render/record.hpp"

namespace morgue::cli {

namespace {

[[noreturn]] void refused(const std::string& path) {
    throw Error(Error::Kind::io, "cannot write the report " + path + ": " + std::strerror(errno),
                "name a file in a folder that you can write to");
}

}  // namespace

ReportFile::ReportFile(const std::string& path) : path_(path) {
    if (path_.empty()) return;
    file_.open(path_, std::ios::binary | std::ios::trunc);
    if (!file_) refused(path_);
}

void ReportFile::add(const RecordOutcome& outcome) {
    if (path_.empty()) return;
    std::string line;
    render::append_report_line(line, outcome);
    file_ << line;
}

void ReportFile::finish() {
    if (!path_.empty() && !file_.flush()) refused(path_);
}

}  // namespace morgue::cli

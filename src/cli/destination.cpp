#include "cli/destination.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <morgue/error.hpp>

namespace morgue::cli {

namespace {

namespace fs = std::filesystem;

// Devices and pipes cannot be put in place afterwards, and a link is to be written through.
bool is_written_at_once(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    return fs::exists(status) && !fs::is_regular_file(status);
}

}  // namespace

Destination::Destination(const std::string& path, Console& console)
    : console_(console), path_(path == "-" ? "" : path), written_(path_) {
    if (path_.empty()) return;
    if (!is_written_at_once(path_)) written_ += ".part";
    file_.reset(std::fopen(written_.c_str(), "wbe"));
    if (!file_) refused();
}

Destination::~Destination() {
    if (!file_ || written_ == path_) return;
    file_.reset();
    std::error_code ignored;
    fs::remove(written_, ignored);
}

void Destination::write(std::string_view text) {
    if (!file_) return console_.write(text);
    if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) refused();
}

void Destination::finish() {
    if (!file_) return console_.finish();
    if (std::fflush(file_.get()) != 0) refused();
    if (written_ != path_ && ::fsync(::fileno(file_.get())) != 0) refused();
    if (std::fclose(file_.release()) != 0) refused();
    if (written_ == path_) return;
    std::error_code error;
    fs::rename(written_, path_, error);
    if (!error) return;
    errno = error.value();
    refused();
}

void Destination::refused() {
    const std::string reason = std::strerror(errno);
    throw Error(Error::Kind::io, "cannot write " + path_.string() + ": " + reason,
                "name a file in a folder that you can write to and that has room");
}

}  // namespace morgue::cli

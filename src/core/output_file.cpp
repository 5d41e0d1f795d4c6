#include "core/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace morgue::core {

void OutputFile::open(const std::filesystem::path& path) {
    path_ = path;
    file_ = FileHandle(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!file_) fail("make", path_);
    buffer_ = std::make_unique_for_overwrite<char[]>(buffer_size);
    used_ = 0;
}

void OutputFile::write_through(std::string_view bytes) {
    put({buffer_.get(), used_});
    used_ = 0;
    if (bytes.size() > buffer_size) return put(bytes);
    std::copy(bytes.begin(), bytes.end(), buffer_.get());
    used_ = bytes.size();
}

void OutputFile::put(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail("write", path_);
        bytes.remove_prefix(std::size_t(written));
    }
}

void OutputFile::finish() {
    put({buffer_.get(), used_});
    if (::fsync(file_.get()) != 0) fail("sync", path_);
    file_ = FileHandle();
    buffer_.reset();
}

}  // namespace morgue::core

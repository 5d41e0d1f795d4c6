#include "core/file_source.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace morgue::core {

FileSource::FileSource(const std::string& path, std::atomic<std::uint64_t>& counted)
    : path_(path),
      file_(path == "-" ? ::dup(STDIN_FILENO)
                        : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)),
      counted_(counted) {
    if (!file_) fail("open", path);
}

std::size_t FileSource::read(char* to, std::size_t most) {
    while (true) {
        const ssize_t got = ::read(file_.get(), to, most);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("read", path_);
        counted_ += std::uint64_t(got);
        return std::size_t(got);
    }
}

}  // namespace morgue::core

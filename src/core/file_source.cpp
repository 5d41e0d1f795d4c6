#include "core/file_source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace morgue::core {

namespace {
constexpr int patience_ms = 100;
}

FileSource::FileSource(const std::string& path, std::atomic<std::uint64_t>& counted,
                       std::stop_token stop)
    : path_(path),
      file_(path == "-" ? ::dup(STDIN_FILENO)
                        : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)),
      counted_(counted),
      stop_(std::move(stop)) {
    if (!file_) fail("open", path);
}

// Waits for input, so that a stop is heeded where none comes (a pipe, a terminal).
bool FileSource::ready() const {
    pollfd waiting{file_.get(), POLLIN, 0};
    while (!stop_.stop_requested())
        if (::poll(&waiting, 1, stop_.stop_possible() ? patience_ms : -1) > 0) return true;
    return false;
}

std::size_t FileSource::read(char* to, std::size_t most) {
    while (true) {
        if (!ready()) return 0;
        const ssize_t got = ::read(file_.get(), to, most);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("read", path_);
        counted_ += std::uint64_t(got);
        return std::size_t(got);
    }
}

}  // namespace morgue::core

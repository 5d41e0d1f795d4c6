// IngestWatch on Linux's inotify: a watch for each folder, and for the folder of each file given.
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <map>
#include <morgue/error.hpp>
#include <morgue/ingest.hpp>
#include <optional>
#include <set>

#include "ingest/walk.hpp"

namespace morgue {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// A change is told when nothing else has changed for `rest`, or at the latest after `longest`.
constexpr std::chrono::milliseconds rest{100}, longest{1000};

class Handle {
public:
    explicit Handle(int number) : number_(number) {
        if (number_ < 0)
            throw Error(Error::Kind::io, std::string("cannot watch: ") + std::strerror(errno));
    }
    ~Handle() { ::close(number_); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

}  // namespace

struct IngestWatch::Impl {
    // What is watched: a folder, or some files of one.
    struct Watched {
        fs::path folder;
        bool whole = false;
        std::set<std::string> files;
    };

    explicit Impl(const fs::path& leave_out)
        : left_out(fs::absolute(leave_out).lexically_normal()) {}

    void add(const std::string& path) {
        if (path == "-")
            throw Error(Error::Kind::usage, "standard input cannot be watched",
                        "name files or folders");
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (fs::is_directory(status)) return add_folder(path);
        if (!fs::is_regular_file(status))
            throw Error(Error::Kind::usage, path + " cannot be watched: no such file or folder",
                        "name files or folders that are there");
        const fs::path file(path);
        const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
        watch(folder).files.insert(file.filename().string());
    }

    // With every folder in it that a run would enter.
    void add_folder(const fs::path& top) {
        std::vector<fs::path> waiting{top};
        while (!waiting.empty()) {
            const fs::path here = std::move(waiting.back());
            waiting.pop_back();
            watch(here).whole = true;
            std::error_code error;
            for (fs::directory_iterator at(here, error), end; !error && at != end;
                 at.increment(error))
                if (is_watched_folder(at->path())) waiting.push_back(at->path());
        }
    }

    bool is_watched_folder(const fs::path& path) const {
        std::error_code error;
        return fs::is_directory(fs::symlink_status(path, error)) && ingest::is_entered(path) &&
               fs::absolute(path).lexically_normal() != left_out;
    }

    Watched& watch(const fs::path& folder) {
        constexpr std::uint32_t what = IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_MOVED_TO |
                                       IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR | IN_MASK_ADD;
        const int number = ::inotify_add_watch(events.number(), folder.c_str(), what);
        if (number < 0 && errno == ENOSPC)
            throw Error(Error::Kind::io, "the system allows no further watches",
                        "raise fs.inotify.max_user_watches, or watch fewer folders");
        if (number < 0 && errno != ENOENT && errno != ENOTDIR && errno != EACCES)
            throw Error(Error::Kind::io,
                        "cannot watch " + folder.string() + ": " + std::strerror(errno));
        Watched& to = watched[number];  // what is gone again, under a number that no event has
        to.folder = folder;
        return to;
    }

    // Reads what has happened; whether any of it concerns us.
    bool drain() {
        alignas(inotify_event) std::array<char, 16384> buffer;
        bool changed = false;
        while (true) {
            const ssize_t got = ::read(events.number(), buffer.data(), buffer.size());
            if (got <= 0) return changed;
            for (const char* at = buffer.data(); at < buffer.data() + got;) {
                const auto* event = reinterpret_cast<const inotify_event*>(at);
                changed = take(*event) || changed;
                at += sizeof *event + event->len;
            }
        }
    }

    bool take(const inotify_event& event) {
        if (event.mask & IN_Q_OVERFLOW) return true;
        const auto found = watched.find(event.wd);
        if (found == watched.end()) return false;
        if (event.mask & IN_IGNORED) {
            watched.erase(found);
            return false;
        }
        const std::string name = event.len > 0 ? event.name : "";
        const bool whole = found->second.whole;
        if (name.empty() || name.front() == '.') return false;
        if (!whole && !found->second.files.contains(name)) return false;
        if (!(event.mask & IN_ISDIR)) return true;
        const fs::path folder = found->second.folder / name;
        if (!(event.mask & (IN_CREATE | IN_MOVED_TO))) return folder != left_out;
        if (!is_watched_folder(folder)) return false;
        add_folder(folder);
        return true;
    }

    const fs::path left_out;
    const Handle events{::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    const Handle stopped{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)};
    std::map<int, Watched> watched;
};

IngestWatch::IngestWatch(const std::vector<std::string>& paths, const fs::path& leave_out)
    : impl_(std::make_unique<Impl>(leave_out)) {
    for (const std::string& path : paths) impl_->add(path);
}
IngestWatch::~IngestWatch() = default;
IngestWatch::IngestWatch(IngestWatch&&) noexcept = default;
IngestWatch& IngestWatch::operator=(IngestWatch&&) noexcept = default;

bool IngestWatch::wait(std::stop_token stop) {
    const std::stop_callback wake(stop, [this] { ::eventfd_write(impl_->stopped.number(), 1); });
    std::optional<Clock::time_point> first;  // change
    while (!stop.stop_requested()) {
        if (first && Clock::now() - *first > longest) return true;
        pollfd waits[] = {{impl_->events.number(), POLLIN, 0},
                          {impl_->stopped.number(), POLLIN, 0}};
        const int ready = ::poll(waits, std::size(waits), first ? int(rest.count()) : -1);
        if (ready < 0 && errno != EINTR)
            throw Error(Error::Kind::io, std::string("cannot watch: ") + std::strerror(errno));
        if (ready == 0) return true;
        if (impl_->drain() && !first) first = Clock::now();
    }
    return false;
}

}  // namespace morgue

#include "ingest/walk.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>

namespace morgue::ingest {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t second = 1'000'000'000;

// A file changed within the last seconds may change again without its time showing it.
std::int64_t trusted_time(const struct stat& info) {
    if (std::time(nullptr) - info.st_mtim.tv_sec < 2) return store::FileState::no_time;
    return info.st_mtim.tv_sec * second + info.st_mtim.tv_nsec;
}

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

bool is_archive(const fs::path& folder) {
    std::error_code error;
    return fs::exists(folder / "articles.db", error) && fs::exists(folder / "segments", error);
}

class Walker {
public:
    explicit Walker(std::string how) : how_(std::move(how)) {}

    void path(const std::string& given) {
        if (given == "-") {
            walked_.files.push_back({"-", "-", 0, store::FileState::no_time, how_});
            return;
        }
        struct stat info {};
        if (::stat(given.c_str(), &info) != 0)
            walked_.unreadable.emplace_back(given, std::strerror(errno));
        else if (S_ISDIR(info.st_mode))
            folder(given);
        else if (S_ISREG(info.st_mode))
            file(given, info);
        else
            walked_.unreadable.emplace_back(given, "not a file or folder");
    }

    Walked take() { return std::move(walked_); }

private:
    void folder(const fs::path& top) {
        std::vector<fs::path> waiting{top};
        while (!waiting.empty()) {
            const fs::path here = std::move(waiting.back());
            waiting.pop_back();
            std::vector<fs::path> folders;
            for (const fs::path& entry : entries(here)) {
                struct stat info {};
                if (::lstat(entry.c_str(), &info) != 0) continue;
                if (S_ISDIR(info.st_mode) && is_entered(entry)) folders.push_back(entry);
                if (S_ISREG(info.st_mode)) file(entry, info);
            }
            waiting.insert(waiting.end(), folders.rbegin(), folders.rend());
        }
    }

    std::vector<fs::path> entries(const fs::path& here) {
        std::vector<fs::path> out;
        std::error_code error;
        for (fs::directory_iterator at(here, error), end; !error && at != end; at.increment(error))
            if (!is_hidden(at->path())) out.push_back(at->path());
        if (error) walked_.unreadable.emplace_back(here.string(), error.message());
        std::sort(out.begin(), out.end());
        return out;
    }

    void file(const fs::path& path, const struct stat& info) {
        std::error_code error;
        const fs::path absolute = fs::weakly_canonical(path, error);
        walked_.files.push_back({path.string(), error ? path.string() : absolute.string(),
                                 std::int64_t(info.st_size), trusted_time(info), how_});
    }

    std::string how_;
    Walked walked_;
};

}  // namespace

bool is_entered(const fs::path& folder) {
    return !is_hidden(folder) && !is_archive(folder);
}

Walked walk(const std::vector<std::string>& paths, const std::string& how) {
    Walker walker(how);
    for (const std::string& path : paths) walker.path(path);
    return walker.take();
}

}  // namespace morgue::ingest

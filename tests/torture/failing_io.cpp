// Preloaded into morgue by faults.py: from the n-th write, sync, truncation or rename in a folder
// on, the system refuses (FAULT_ERRNO). Without FAULT_AT it only counts, and leaves the count in
// FAULT_COUNT.
#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

std::string setting(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

bool within(const char* path) {
    static const std::string folder = setting("FAULT_UNDER");
    return !folder.empty() && std::strncmp(path, folder.c_str(), folder.size()) == 0;
}

bool within(int file) {
    char link[64], path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t size = ::readlink(link, path, sizeof path - 1);
    if (size < 0) return false;
    path[size] = '\0';
    return within(path);
}

struct Faults {
    std::atomic<long> calls{0};
    long first = std::atol(setting("FAULT_AT").c_str());
    int error = std::atoi(setting("FAULT_ERRNO").c_str());

    ~Faults() {
        const std::string to = setting("FAULT_COUNT");
        if (to.empty()) return;
        if (std::FILE* file = std::fopen(to.c_str(), "w")) {
            std::fprintf(file, "%ld\n", calls.load());
            std::fclose(file);
        }
    }
    bool refuses() {
        const long call = ++calls;
        if (!first || call < first) return false;
        errno = error;
        return true;
    }
} faults;

template <class F>
F real(const char* name) {
    return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
    return within(file) && faults.refuses() ? -1 : next(file, bytes, size);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
    return within(file) && faults.refuses() ? -1 : next(file, bytes, size, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off_t at) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite64");
    return within(file) && faults.refuses() ? -1 : next(file, bytes, size, at);
}
int fsync(int file) {
    static const auto next = real<int (*)(int)>("fsync");
    return within(file) && faults.refuses() ? -1 : next(file);
}
int fdatasync(int file) {
    static const auto next = real<int (*)(int)>("fdatasync");
    return within(file) && faults.refuses() ? -1 : next(file);
}
int ftruncate64(int file, off_t size) {
    static const auto next = real<int (*)(int, off_t)>("ftruncate64");
    return within(file) && faults.refuses() ? -1 : next(file, size);
}
int rename(const char* from, const char* to) {
    static const auto next = real<int (*)(const char*, const char*)>("rename");
    return within(to) && faults.refuses() ? -1 : next(from, to);
}

}  // extern "C"

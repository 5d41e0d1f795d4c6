#include "core/files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <morgue/error.hpp>
#include <thread>
#include <utility>

namespace morgue::core {

namespace fs = std::filesystem;

void fail(std::string_view doing, const fs::path& path) {
    const int error = errno;
    std::string hint;
    if (error == ENOSPC || error == EDQUOT)
        hint = "free some space and run the same command again; nothing stored is lost";
    else if (error == EACCES || error == EPERM || error == EROFS)
        hint = "check the permissions of the folder";
    else if (error == EMFILE || error == ENFILE)
        hint = "allow more open files (ulimit -n)";
    throw Error(Error::Kind::io,
                "cannot " + std::string(doing) + " " + path.string() + ": " + std::strerror(error),
                hint);
}

FileHandle::~FileHandle() {
    if (descriptor_ >= 0) ::close(descriptor_);
}
FileHandle::FileHandle(FileHandle&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}
FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

namespace {
FileHandle open_or_fail(const fs::path& path, int flags, mode_t mode = 0) {
    FileHandle file(::open(path.c_str(), flags | O_CLOEXEC, mode));
    if (!file) fail("open", path);
    return file;
}
}  // namespace

MappedFile::MappedFile(const fs::path& path) {
    const FileHandle file = open_or_fail(path, O_RDONLY);
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) fail("read", path);
    size_ = std::size_t(info.st_size);
    if (size_ == 0) return;
    void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (mapped == MAP_FAILED) fail("map", path);
    data_ = static_cast<const char*>(mapped);
}
MappedFile::~MappedFile() {
    if (data_) ::munmap(const_cast<char*>(data_), size_);
}
MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

ReadableFile::ReadableFile(const fs::path& path)
    : path_(path), file_(open_or_fail(path, O_RDONLY)) {}

std::size_t ReadableFile::read_at(std::uint64_t offset, char* to, std::size_t most) const {
    std::size_t done = 0;
    while (done < most) {
        const ssize_t got = ::pread(file_.get(), to + done, most - done, off_t(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("read", path_);
        if (got == 0) break;
        done += std::size_t(got);
    }
    return done;
}

void write_file(const fs::path& path, std::string_view bytes) {
    const FileHandle file = open_or_fail(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail("write", path);
        bytes.remove_prefix(std::size_t(written));
    }
    if (::fsync(file.get()) != 0) fail("sync", path);
}

void sync_names(const fs::path& folder) {
    const FileHandle handle = open_or_fail(folder, O_RDONLY | O_DIRECTORY);
    if (::fsync(handle.get()) != 0) fail("sync", folder);
}

void sync_folder(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const FileHandle file = open_or_fail(entry.path(), O_RDONLY);
        if (::fsync(file.get()) != 0) fail("sync", entry.path());
    }
    sync_names(folder);
}

void rename_synced(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) fail("rename", from);
    sync_names(to.parent_path());
}

std::optional<FileHandle> lock_file(const fs::path& path, std::chrono::seconds wait) {
    FileHandle file = open_or_fail(path, O_RDWR | O_CREAT, 0600);
    const auto until = std::chrono::steady_clock::now() + wait;
    while (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) fail("lock", path);
        if (std::chrono::steady_clock::now() >= until) return std::nullopt;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return file;
}

std::uint64_t folder_bytes(const fs::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error))
        if (entry.is_regular_file(error)) bytes += entry.file_size(error);
    return bytes;
}

}  // namespace morgue::core

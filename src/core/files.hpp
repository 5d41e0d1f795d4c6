#pragma once
// Files and folders as the stores need them: synced to disk, mapped, locked, measured. What the
// system refuses is thrown as Error::Kind::io with the path and the reason.
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

namespace morgue::core {

// Owns a file descriptor.
class FileHandle {
public:
    FileHandle() = default;
    explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
    ~FileHandle();
    FileHandle(FileHandle&& other) noexcept;
    FileHandle& operator=(FileHandle&& other) noexcept;

    int get() const { return descriptor_; }
    explicit operator bool() const { return descriptor_ >= 0; }

private:
    int descriptor_ = -1;
};

// A whole file, read-only, in memory as long as this lives.
class MappedFile {
public:
    MappedFile() = default;
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;

    std::string_view bytes() const { return {data_, size_}; }

private:
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

// A file read in pieces, from any place.
class ReadableFile {
public:
    ReadableFile() = default;
    explicit ReadableFile(const std::filesystem::path& path);

    // Returns how many bytes there are, `most` unless the file ends before.
    std::size_t read_at(std::uint64_t offset, char* to, std::size_t most) const;

private:
    std::filesystem::path path_;
    FileHandle file_;
};

// Writes a new file and syncs it.
void write_file(const std::filesystem::path& path, std::string_view bytes);

// Syncs every file in the folder, then the folder.
void sync_folder(const std::filesystem::path& folder);

// Syncs a folder's list of names.
void sync_names(const std::filesystem::path& folder);

// Renames within one folder and syncs its names.
void rename_synced(const std::filesystem::path& from, const std::filesystem::path& to);

// The lock of the one writer. Nothing when another process still holds it after `wait`.
std::optional<FileHandle> lock_file(const std::filesystem::path& path, std::chrono::seconds wait);

std::uint64_t folder_bytes(const std::filesystem::path& folder);

// Throws Error::Kind::io for the last system error.
[[noreturn]] void fail(std::string_view doing, const std::filesystem::path& path);

}  // namespace morgue::core

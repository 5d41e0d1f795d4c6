#include "formats/archive_library.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>

#include "core/bad_input.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

struct Kind {
    Packing packing;
    const char* name;
    int (*support)(archive*);
};
// clang-format off
constexpr Kind kinds[] = {
    {Packing::zstd,  "zstd",  archive_read_support_filter_zstd},
    {Packing::bzip2, "bzip2", archive_read_support_filter_bzip2},
    {Packing::xz,    "xz",    archive_read_support_filter_xz},
    {Packing::tar,   "tar",   archive_read_support_format_tar},
    {Packing::zip,   "zip",   archive_read_support_format_zip_streamable},
};
// clang-format on

// How the library says that the data ends too early; the second is of zlib, the third of xz.
constexpr std::string_view wants_more[] = {"runcated", "(-5)", "No progress"};

const Kind& kind_of(Packing packing) {
    const auto* kind = std::ranges::find(kinds, packing, &Kind::packing);
    assert(kind != std::end(kinds));
    return *kind;
}

// An archive of the library, fed from a source. What the source throws is carried past the
// library, which is C.
class Handle {
public:
    Handle(Packing packing, std::unique_ptr<core::ByteSource> source)
        : kind_(kind_of(packing)), source_(std::move(source)), archive_(archive_read_new()) {
        if (archive_ == nullptr) throw std::bad_alloc();
        kind_.support(archive_);
        if (!holds_files(packing)) archive_read_support_format_raw(archive_);
    }
    ~Handle() { archive_read_free(archive_); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    // False at the end.
    bool next_entry(archive_entry*& entry) {
        if (!open_) {
            open_ = true;
            check(archive_read_open(archive_, this, nullptr, give, nullptr));
        }
        if (ended_) return false;
        const int status = archive_read_next_header(archive_, &entry);
        if (status == ARCHIVE_WARN) return true;  // about the name
        ended_ = !check(status);
        return !ended_;
    }

    // The next piece of the entry's data, empty at its end. The holes of sparse files, which hold
    // nothing but zeros, are left out.
    std::string_view next_block() {
        const void* block = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        while (check(archive_read_data_block(archive_, &block, &size, &offset)))
            if (size > 0) return {static_cast<const char*>(block), size};
        return {};
    }

    bool broken() const { return broken_; }

private:
    static la_ssize_t give(archive* library, void* self, const void** to) {
        auto& handle = *static_cast<Handle*>(self);
        try {
            *to = handle.buffer_.data();
            return la_ssize_t(handle.source_->read(handle.buffer_.data(), handle.buffer_.size()));
        } catch (...) {
            handle.failure_ = std::current_exception();
            archive_set_error(library, EIO, "its source broke off");
            return ARCHIVE_FATAL;
        }
    }

    bool check(int status) {
        if (status == ARCHIVE_OK) return true;
        if (status == ARCHIVE_EOF) return false;
        broken_ = broken_ || status == ARCHIVE_FATAL;
        if (failure_) std::rethrow_exception(failure_);
        const char* said = archive_error_string(archive_);
        const std::string why = said != nullptr ? said : "unreadable";
        const bool cut = std::ranges::any_of(
            wants_more, [&](std::string_view words) { return why.find(words) != why.npos; });
        throw core::BadInput(std::string(kind_.name) + (cut ? "-truncated" : "-corrupt"),
                             "the " + std::string(kind_.name) + " data " +
                                 (cut ? "ends too early" : "is damaged") + ": " + why);
    }

    const Kind& kind_;
    std::unique_ptr<core::ByteSource> source_;
    archive* archive_;
    std::array<char, 65536> buffer_;
    std::exception_ptr failure_;
    bool open_ = false, ended_ = false, broken_ = false;
};

// Hands out an entry's blocks in pieces of any size.
class Blocks {
public:
    std::size_t read(Handle& handle, Unpacking* account, char* to, std::size_t most) {
        if (rest_.empty()) {
            rest_ = handle.next_block();
            if (account != nullptr) account->unpacked(rest_.size());
        }
        const std::size_t size = std::min(most, rest_.size());
        if (size) std::memcpy(to, rest_.data(), size);
        rest_.remove_prefix(size);
        return size;
    }
    void reset() { rest_ = {}; }

private:
    std::string_view rest_;  // in the library's memory
};

class LibrarySource final : public core::ByteSource {
public:
    LibrarySource(Packing packing, std::unique_ptr<core::ByteSource> source, Unpacking& unpacking)
        : handle_(packing, std::move(source)), unpacking_(unpacking) {}

    std::size_t read(char* to, std::size_t most) override {
        archive_entry* entry = nullptr;
        if (!begun_) {
            begun_ = true;
            if (!handle_.next_entry(entry)) return 0;
        }
        return blocks_.read(handle_, &unpacking_, to, most);
    }

private:
    Handle handle_;
    Unpacking& unpacking_;
    Blocks blocks_;
    bool begun_ = false;
};

// "./dir/story.xml" -> "dir/story.xml"
std::string name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    std::string_view path = name != nullptr ? name : "unnamed";
    while (path.starts_with("./")) path.remove_prefix(2);
    return text::repair_utf8(std::string(path));
}

bool is_hidden(std::string_view path) {
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != ".."))
            return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

std::unique_ptr<core::ByteSource> decompress_with_library(Packing packing,
                                                          std::unique_ptr<core::ByteSource> packed,
                                                          Unpacking& unpacking) {
    return std::make_unique<LibrarySource>(packing, std::move(packed), unpacking);
}

struct Members::Impl {
    Impl(Packing packing, std::unique_ptr<core::ByteSource> archive, Unpacking& account)
        : handle(packing, std::move(archive)),
          unpacking(account),
          compressed(packing == Packing::zip) {}

    // What follows an encrypted member may not be found; then that it is encrypted is the cause.
    bool next_entry(archive_entry*& entry) {
        try {
            return handle.next_entry(entry);
        } catch (const core::BadInput&) {
            if (!passed.encrypted || unpacking.exhausted()) throw;
            return false;
        }
    }

    // Counts what is no plain file.
    bool is_file(archive_entry* entry) {
        const auto type = archive_entry_filetype(entry);
        if (type == AE_IFDIR) return false;
        if (type == AE_IFLNK || archive_entry_hardlink(entry) != nullptr) {
            ++passed.links;
        } else if (type != AE_IFREG) {
            ++passed.devices;
        } else if (archive_entry_is_encrypted(entry)) {
            passed.encrypted = true;
        } else {
            return true;
        }
        return false;
    }

    Handle handle;
    Unpacking& unpacking;
    const bool compressed;  // itself: what comes out is more than what went in
    Blocks blocks;
    Passed passed;
};

Members::Members(Packing packing, std::unique_ptr<core::ByteSource> archive, Unpacking& unpacking)
    : impl_(std::make_unique<Impl>(packing, std::move(archive), unpacking)) {}

Members::~Members() = default;

std::optional<std::string> Members::next() {
    impl_->blocks.reset();
    archive_entry* entry = nullptr;
    while (impl_->next_entry(entry)) {
        impl_->unpacking.member();
        std::string name = name_of(entry);
        if (impl_->is_file(entry) && !is_hidden(name)) return name;
    }
    return std::nullopt;
}

std::size_t Members::read(char* to, std::size_t most) {
    return impl_->blocks.read(impl_->handle, impl_->compressed ? &impl_->unpacking : nullptr, to,
                              most);
}

bool Members::broken() const {
    return impl_->handle.broken();
}

const Members::Passed& Members::passed() const {
    return impl_->passed;
}

}  // namespace morgue::formats

#pragma once
// libarchive, which nothing else includes: compressed streams, and the members of tar and zip
// files. Everything is streamed and nothing written to disk, whatever the members are called.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/byte_source.hpp"
#include "formats/packing.hpp"

namespace morgue::formats {

std::unique_ptr<core::ByteSource> decompress_with_library(Packing packing,
                                                          std::unique_ptr<core::ByteSource> packed,
                                                          Unpacking& unpacking);

// The regular files of an archive, in their order.
class Members {
public:
    Members(Packing packing, std::unique_ptr<core::ByteSource> archive, Unpacking& unpacking);
    ~Members();
    Members(const Members&) = delete;
    Members& operator=(const Members&) = delete;

    // The name of the next file, UTF-8, with '/'; nothing at the end. Hidden ones are passed over.
    // Throws core::BadInput when the archive is broken.
    std::optional<std::string> next();

    // Of that file; as ByteSource::read. What is left of it when next() is called is passed over.
    std::size_t read(char* to, std::size_t most);

    // Whether the archive, and not only one file in it, can be read no further.
    bool broken() const;

    struct Passed {
        std::uint64_t links = 0, devices = 0;
        bool encrypted = false;  // some members are
    };
    const Passed& passed() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace morgue::formats

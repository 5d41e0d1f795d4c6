#pragma once
// What files come packed in, told by their first bytes.
#include <memory>
#include <string_view>

#include "core/byte_source.hpp"
#include "formats/unpacking.hpp"

namespace morgue::formats {

enum class Packing { none, gzip, zstd, bzip2, xz, tar, zip };

Packing packing_of(std::string_view head);

// Whether it holds files with names, not one stream.
constexpr bool holds_files(Packing packing) {
    return packing == Packing::tar || packing == Packing::zip;
}

// The name of what is packed, for formats that are told by theirs: "a.csv.gz" -> "a.csv".
std::string_view name_unpacked(std::string_view path);

// The stream in a compressed file. It breaks off with core::BadInput "KIND-truncated" or
// "KIND-corrupt", or where Unpacking has had enough.
std::unique_ptr<core::ByteSource> decompress(Packing packing,
                                             std::unique_ptr<core::ByteSource> packed,
                                             Unpacking& unpacking);

}  // namespace morgue::formats

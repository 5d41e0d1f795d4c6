#include "formats/packing.hpp"

#include <charconv>

#include "formats/archive_library.hpp"
#include "formats/gzip_source.hpp"

namespace morgue::formats {

namespace {

struct Magic {
    std::string_view bytes;
    Packing packing;
};
// clang-format off
constexpr Magic magics[] = {
    {"\x1F\x8B\x08",           Packing::gzip},
    {"\x28\xB5\x2F\xFD",       Packing::zstd},
    {"BZh",                    Packing::bzip2},
    {{"\xFD" "7zXZ\0", 6},     Packing::xz},
    {"PK\x03\x04",             Packing::zip},
    {"PK\x05\x06",             Packing::zip},  // an empty one
};
constexpr std::string_view suffixes[] = {".gz", ".zst", ".bz2", ".xz"};
// clang-format on

// Office documents and e-books are zip files, but no archives of articles.
bool is_document(std::string_view zip) {
    constexpr std::size_t name_at = 30;  // behind the local header
    if (zip.size() <= name_at) return false;
    const std::string_view name = zip.substr(name_at);
    return name.starts_with("[Content_Types].xml") || name.starts_with("mimetypeapplication/");
}

// POSIX.1-1988: 512 bytes; at 148 the octal sum of them all, with blanks in its own place.
bool is_tar_header(std::string_view head) {
    constexpr std::size_t size = 512, sum_at = 148, sum_size = 8;
    if (head.size() < size || head.front() == '\0') return false;
    unsigned sum = sum_size * ' ', said = 0;
    for (std::size_t i = 0; i < size; ++i)
        if (i < sum_at || i >= sum_at + sum_size) sum += static_cast<unsigned char>(head[i]);
    const std::string_view field = head.substr(sum_at, sum_size);
    const std::size_t first = field.find_first_not_of(' ');
    if (first == field.npos) return false;
    const auto* const from = field.data() + first;
    const auto [end, error] = std::from_chars(from, field.data() + field.size(), said, 8);
    return error == std::errc{} && said == sum;
}

}  // namespace

Packing packing_of(std::string_view head) {
    for (const Magic& magic : magics) {
        if (!head.starts_with(magic.bytes)) continue;
        return magic.packing == Packing::zip && is_document(head) ? Packing::none : magic.packing;
    }
    return is_tar_header(head) ? Packing::tar : Packing::none;
}

std::string_view name_unpacked(std::string_view path) {
    for (const std::string_view suffix : suffixes)
        if (path.ends_with(suffix)) return path.substr(0, path.size() - suffix.size());
    return path;
}

std::unique_ptr<core::ByteSource> decompress(Packing packing,
                                             std::unique_ptr<core::ByteSource> packed,
                                             Unpacking& unpacking) {
    if (packing == Packing::gzip) return gunzip(std::move(packed), unpacking);
    return decompress_with_library(packing, std::move(packed), unpacking);
}

}  // namespace morgue::formats

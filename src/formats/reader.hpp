#pragma once
// Reading articles out of a file, one at a time: the interface every format implements and the
// table in which it is listed (formats.cpp).
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/byte_source.hpp"
#include "core/draft.hpp"

namespace morgue::formats {

// Pulls articles, in their order in the file, holding one in memory. Owns its source.
class Reader {
public:
    virtual ~Reader() = default;

    // The next article; nothing at the end. Throws core::BadInput when no more can be read, and
    // core::BadRecord when one record is lost and the next can be read. A record of which enough
    // is left is returned with a Problem.
    virtual std::optional<core::Draft> next() = 0;
};

struct Format {
    std::string_view name;     // of the contract's list, e.g. "reuters-sgml"
    std::string_view summary;  // one line for `morgue help index`

    // How sure the format is that a file is one of its own, from the first bytes (up to 64 KiB,
    // decompressed, in UTF-8) and, only to break a tie, the name: 0 not at all, 100 certain.
    int (*matches)(std::string_view head, std::string_view path);

    std::unique_ptr<Reader> (*open)(std::unique_ptr<core::ByteSource> source);
};

// All formats, in the order in which ties are decided.
std::span<const Format> all_formats();

// By name; nullptr if there is none.
const Format* find_format(std::string_view name);

// A file opened for reading: decompressed, in UTF-8, its format known.
struct Opened {
    const Format* format;
    std::unique_ptr<Reader> reader;
};

// Undoes compression, finds the format from the content (or takes the one named) and the charset,
// and opens a reader. Throws core::BadInput ("unknown-format", "empty", ...).
Opened open(std::unique_ptr<core::ByteSource> source, std::string_view path,
            const Format* format = nullptr);

}  // namespace morgue::formats

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
#include "formats/unpacking.hpp"

namespace morgue::formats {

class FieldMap;

// Pulls articles, in their order in the file, holding one in memory. Owns its source.
class Reader {
public:
    virtual ~Reader() = default;

    // The next article; nothing at the end. Throws core::BadInput when no more can be read, and
    // core::BadRecord (one record is lost) or core::PassedOver (some were no articles) when the
    // next can be read. A record of which enough is left is returned with a Problem.
    virtual std::optional<core::Draft> next() = 0;
};

// What the user says of the files to be read.
struct ReadOptions {
    const struct Format* format = nullptr;  // of all of them; found from the content if null
    const FieldMap* map = nullptr;          // for tables and JSON; the usual names if null
    UnpackLimits limits;
};

// What a reader is told that opens what it holds, or reads by the user's rules. Outlives it.
struct Context {
    ReadOptions options;
    Unpacking& unpacking;
    std::string path;    // for those who must know the file's name
    unsigned depth = 0;  // layers around the source
};

struct Format {
    std::string_view name;     // of the contract's list, e.g. "reuters-sgml"
    std::string_view summary;  // one line for `morgue help index`

    // How sure the format is that a file is one of its own, from the first bytes (up to 64 KiB,
    // decompressed, in UTF-8) and, only to break a tie, the name: 0 not at all, 100 certain, even
    // if there are bytes in it that are not text.
    int (*matches)(std::string_view head, std::string_view path);

    std::unique_ptr<Reader> (*open)(std::unique_ptr<core::ByteSource> source);

    // Taken instead of `open`, which is null then, where a reader needs its context.
    std::unique_ptr<Reader> (*open_in)(std::unique_ptr<core::ByteSource> source,
                                       const Context& context) = nullptr;

    // Its parts have charsets of their own: the source is the bytes as they are, not UTF-8.
    bool raw = false;
};

// All formats, in the order in which ties are decided.
std::span<const Format> all_formats();

// By name; nullptr if there is none.
const Format* find_format(std::string_view name);

// A file opened for reading: unpacked, in UTF-8, its format known.
struct Opened {
    const Format* format;  // null for an archive: each article names its own
    std::unique_ptr<Reader> reader;
};

// Undoes compression, finds the format from the content (or takes the one named) and the charset,
// and opens a reader; of an archive, one that reads member after member. There an article's path
// is the member's name. Throws core::BadInput ("unknown-format", "empty", ...).
Opened open(std::unique_ptr<core::ByteSource> source, std::string_view path,
            const ReadOptions& options = {});

// The same for a source that lies in another one.
Opened open_inner(std::unique_ptr<core::ByteSource> source, std::string_view path,
                  const Context& outer);

}  // namespace morgue::formats

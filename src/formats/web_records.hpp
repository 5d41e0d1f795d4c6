#pragma once
// The records of a crawl, one at a time: WARC (ISO 28500) and its forerunner ARC.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/byte_source.hpp"

namespace morgue::formats {

struct WebRecord {
    std::string kind;  // "response", "resource", "conversion", "request", ...
    std::string url;
    std::string type;  // media type of the block; "application/http" of an answer in a WARC
    std::string charset;
    std::string block;
    bool too_long = false;  // more than the reader wanted: the block is empty
};

class WebRecords {
public:
    virtual ~WebRecords() = default;

    // The next record; nothing at the end. Throws core::BadRecord where the file is damaged and
    // goes on at the next record that can be seen, core::BadInput where it ends within a record.
    virtual std::optional<WebRecord> next() = 0;
};

// Blocks of more than `longest` bytes are passed over.
std::unique_ptr<WebRecords> read_warc(std::unique_ptr<core::ByteSource> source,
                                      std::size_t longest);
std::unique_ptr<WebRecords> read_arc(std::unique_ptr<core::ByteSource> source, std::size_t longest);

}  // namespace morgue::formats

#pragma once
// A source read by lines and by counted bytes in turn, as WARC and ARC ask for.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/byte_source.hpp"

namespace morgue::formats {

class BufferedBytes {
public:
    explicit BufferedBytes(std::unique_ptr<core::ByteSource> source);

    // The next line without its end (\n or \r\n), valid until the next call; at most `most` bytes
    // of it, the rest is the next line. Nothing at the end.
    std::optional<std::string_view> line(std::size_t most = 65536);

    // Puts the line last returned back.
    void unread() { begin_ = line_begin_; }

    // Appends so many bytes, or what there is; false if there are fewer.
    bool take(std::uint64_t size, std::string& to);
    bool skip(std::uint64_t size);

private:
    bool fill();

    std::unique_ptr<core::ByteSource> source_;
    std::string buffer_;
    std::size_t begin_ = 0, end_ = 0;  // what of it is filled and not yet used
    std::size_t line_begin_ = 0;
};

}  // namespace morgue::formats

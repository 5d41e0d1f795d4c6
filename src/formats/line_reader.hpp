#pragma once
// Lines of a source, each looked at where it lies in the buffer.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/byte_source.hpp"

namespace morgue::formats {

class LineReader {
public:
    // Behind every line there are this many bytes that may be read (not used): SIMD parsers do.
    static constexpr std::size_t padding = 64;

    LineReader(std::unique_ptr<core::ByteSource> source, std::size_t longest);

    // The next line without its end, valid until the next call; nothing at the end. Throws
    // core::BadRecord "line-too-long" for a longer one, having skipped it.
    std::optional<std::string_view> next();

    std::uint64_t number() const { return number_; }  // of the line last returned, from 1
    std::uint64_t offset() const { return offset_; }  // of its first byte in the source

private:
    bool fill();
    void skip_line();

    std::unique_ptr<core::ByteSource> source_;
    const std::size_t longest_;
    std::string buffer_;               // its last `padding` bytes are never filled
    std::size_t begin_ = 0, end_ = 0;  // what of it is filled and not yet returned
    std::uint64_t number_ = 0, offset_ = 0;
    std::uint64_t base_ = 0;  // bytes of the source that stood before the buffer
};

}  // namespace morgue::formats

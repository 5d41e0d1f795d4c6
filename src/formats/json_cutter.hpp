#pragma once
// Cuts the values out of a JSON text of any size, so that only one of them is in memory: those it
// consists of, the elements of its lists, or those at a place inside it.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_source.hpp"

namespace morgue::formats {

// Finds the end of one JSON value in a stream of pieces.
class JsonValueEnd {
public:
    // Behind the value in this piece, npos if it goes on in the next one.
    std::size_t find(std::string_view piece);

private:
    std::size_t in_string(std::string_view piece, std::size_t at);

    std::size_t depth_ = 0;
    bool begun_ = false, string_ = false, escaped_ = false;
};

class JsonCutter {
public:
    static constexpr std::size_t padding = 64;  // bytes behind each value that may be read

    // `path`: the keys that lead to the values; lists on the way are entered.
    JsonCutter(std::unique_ptr<core::ByteSource> source, std::vector<std::string> path,
               std::size_t longest);

    // The next one, valid until the next call; nothing at the end. Throws core::BadRecord
    // "record-too-long", having skipped it, and core::BadInput where the text is no JSON.
    std::optional<std::string_view> next();

private:
    struct Level {
        bool object = false;   // else a list
        std::size_t keys = 0;  // of the path, that lead here
        bool values = false;   // its elements are the values
    };

    bool fill();
    bool skip_blanks();
    char peek() const { return buffer_[begin_]; }
    bool at_member(std::size_t& keys);
    bool enter(std::size_t keys);
    std::string_view cut();
    void skip();
    void skip_rest(JsonValueEnd& end);
    [[noreturn]] void broken(const char* what) const;

    std::unique_ptr<core::ByteSource> source_;
    const std::vector<std::string> path_;
    const std::size_t longest_;
    std::string buffer_;               // its last `padding` bytes are never filled
    std::size_t begin_ = 0, end_ = 0;  // what of it is filled and not yet used
    std::uint64_t before_ = 0;         // bytes of the text before the buffer
    std::vector<Level> levels_;
};

}  // namespace morgue::formats

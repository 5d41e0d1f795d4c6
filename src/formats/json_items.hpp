#pragma once
// JSON read one item at a time: a file of any size in memory for one, its nesting never recursed
// into. Items are the elements of an array at the top or of one in the object there, or else the
// objects at the top themselves, be they one or many (JSON Lines).
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_source.hpp"

namespace morgue::formats {

// Where the items of a file are, by the names of members.
struct JsonShape {
    std::span<const std::string_view> arrays;    // of items; none: objects at the top are items
    std::span<const std::string_view> wrappers;  // objects in which to look for the arrays
};

class JsonItems {
public:
    // Behind every item there are this many bytes that may be read (not used): SIMD parsers do.
    static constexpr std::size_t padding = 64;

    // The source has to be UTF-8.
    JsonItems(std::unique_ptr<core::ByteSource> source, JsonShape shape);

    // The text of the next item, valid until the next call; nothing at the end. Throws
    // core::BadInput "json-broken", "json-cut-short", or "item-too-large" for one of more than
    // 16 MiB.
    std::optional<std::string_view> next();

    // The members beside the items that have been met so far, as an object; at most 1 MiB of them.
    std::string envelope() const { return '{' + envelope_ + '}'; }
    std::size_t envelope_size() const { return envelope_.size(); }

private:
    enum class Place : std::uint8_t { top, object, array };

    bool fill();
    char peek();  // the next character that is not blank; 0 at the end
    std::string_view take_value();
    std::size_t value_end(std::size_t at);
    std::size_t string_end(std::size_t at);
    char at(std::size_t offset);
    void read_member();
    void enter(Place place);
    void leave();
    std::string_view rest() const {
        return std::string_view(buffer_).substr(begin_, end_ - begin_);
    }

    std::unique_ptr<core::ByteSource> source_;
    const JsonShape shape_;
    std::string buffer_;  // its last `padding` bytes are never filled
    std::size_t begin_ = 0, end_ = 0;
    std::vector<Place> places_{Place::top};
    std::string envelope_;
};

// The names of the members of the first object in a beginning of JSON, as far as it goes, in the
// order in which they stand; `depth` 2 adds those of objects within.
std::vector<std::string_view> json_keys(std::string_view head, std::size_t depth = 1);

}  // namespace morgue::formats

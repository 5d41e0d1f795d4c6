#pragma once
// The codes of Xapian's "glass" files (docs/glass.md): integers and strings as bytes.
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace morgue::index::glass {

using Docid = std::uint32_t;

// Big-endian, of fixed width; in blocks.
inline void write_be(char* at, unsigned width, std::uint64_t value) {
    for (unsigned i = width; i-- > 0; value >>= 8) at[i] = char(value);
}
inline std::uint32_t read_be(const char* at, unsigned width) {
    std::uint32_t out = 0;
    for (unsigned i = 0; i < width; ++i) out = out << 8 | std::uint8_t(at[i]);
    return out;
}

// "uint": seven bits a byte, the least significant first, bit 7 set on all but the last.
inline char* write_uint(char* at, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) *at++ = char(value | 0x80);
    *at++ = char(value);
    return at;
}
inline constexpr std::size_t max_uint = 10;  // bytes

inline void put_uint(std::string& out, std::uint64_t value) {
    char buffer[max_uint];
    out.append(buffer, std::size_t(write_uint(buffer, value) - buffer));
}

// "uint_last": little-endian without trailing zeros; the last thing of a key or tag.
void put_uint_last(std::string& out, std::uint64_t value);

// "string": its length as uint, then its bytes.
void put_string(std::string& out, std::string_view bytes);

// "sort_uint": ordered as the numbers are; document ids in keys.
void put_sort_uint(std::string& out, Docid value);

// "sort_string": ordered as the strings are; terms in keys. Every 00 becomes 00 FF; a 00 ends it
// unless it is the last thing of its key.
void put_sort_string(std::string& out, std::string_view bytes, bool last);

// Reads codes from bytes that may be damaged: throws Error::Kind::corrupt where they end too soon.
class Decoder {
public:
    explicit Decoder(std::string_view bytes)
        : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    bool done() const { return at_ == end_; }
    std::string_view rest() const { return {at_, std::size_t(end_ - at_)}; }

    std::uint64_t uint() {
        std::uint64_t out = 0;
        for (unsigned shift = 0; at_ != end_ && shift < 64; shift += 7) {
            const auto byte = std::uint8_t(*at_++);
            out |= std::uint64_t(byte & 0x7F) << shift;
            if (byte < 0x80) return out;
        }
        ends_too_soon();
    }
    std::uint64_t uint_last();
    std::string_view bytes(std::size_t size) {
        if (std::size_t(end_ - at_) < size) ends_too_soon();
        at_ += size;
        return {at_ - size, size};
    }
    std::string_view string() { return bytes(std::size_t(uint())); }
    Docid sort_uint();

private:
    [[noreturn]] static void ends_too_soon();

    const char* at_;
    const char* end_;
};

}  // namespace morgue::index::glass

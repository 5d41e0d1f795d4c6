#include "index/glass/codes.hpp"

#include "index/glass/damage.hpp"

namespace morgue::index::glass {

void put_uint_last(std::string& out, std::uint64_t value) {
    for (; value; value >>= 8) out.push_back(char(value));
}

void put_string(std::string& out, std::string_view bytes) {
    put_uint(out, bytes.size());
    out.append(bytes);
}

// Every further byte sets one more leading bit.
void put_sort_uint(std::string& out, Docid value) {
    char buffer[5];
    if (value < 1u << 15) {
        write_be(buffer, 2, value);
        out.append(buffer, 2);
    } else if (value < 1u << 22) {
        write_be(buffer, 3, 0x800000u | value);
        out.append(buffer, 3);
    } else if (value < 1u << 29) {
        write_be(buffer, 4, 0xC0000000u | value);
        out.append(buffer, 4);
    } else {
        buffer[0] = char(0xE0);
        write_be(buffer + 1, 4, value);
        out.append(buffer, 5);
    }
}

void put_sort_string(std::string& out, std::string_view bytes, bool last) {
    for (std::size_t zero = bytes.find('\0'); zero != std::string_view::npos;
         zero = bytes.find('\0')) {
        out.append(bytes.substr(0, zero + 1)).push_back(char(0xFF));
        bytes.remove_prefix(zero + 1);
    }
    out.append(bytes);
    if (!last) out.push_back('\0');
}

std::uint64_t Decoder::uint_last() {
    std::uint64_t out = 0;
    for (unsigned shift = 0; at_ != end_; shift += 8) {
        if (shift >= 64) ends_too_soon();
        out |= std::uint64_t(std::uint8_t(*at_++)) << shift;
    }
    return out;
}

Docid Decoder::sort_uint() {
    if (at_ == end_) ends_too_soon();
    const auto first = std::uint8_t(*at_);
    if (first < 0x80) return read_be(bytes(2).data(), 2);
    if (first < 0xC0) return read_be(bytes(3).data(), 3) & 0x3FFFFFu;
    if (first < 0xE0) return read_be(bytes(4).data(), 4) & 0x1FFFFFFFu;
    bytes(1);
    return read_be(bytes(4).data(), 4);
}

void Decoder::ends_too_soon() {
    damaged("an entry ends too soon");
}

}  // namespace morgue::index::glass

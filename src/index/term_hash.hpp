#pragma once
// Terms are short: their first eight bytes as one number compare most of them, and sort them.
#include <cstdint>
#include <cstring>
#include <string_view>

namespace morgue::index {

// The first eight bytes as a number that sorts as they do; a shorter text is filled with zeros.
inline std::uint64_t leading_bytes(std::string_view text) {
    const auto load = [&](std::size_t at, auto number) {
        std::memcpy(&number, text.data() + at, sizeof number);
        return number;
    };
    const std::size_t size = text.size();
    if (size >= 8) return __builtin_bswap64(load(0, std::uint64_t()));
    if (size >= 4)  // two halves that may overlap
        return std::uint64_t(__builtin_bswap32(load(0, std::uint32_t()))) << 32 |
               std::uint64_t(__builtin_bswap32(load(size - 4, std::uint32_t()))) << (64 - 8 * size);
    const auto byte = [&](std::size_t at) {
        return std::uint64_t(std::uint8_t(text[at])) << (56 - 8 * at);
    };
    return size == 0 ? 0 : byte(0) | byte(size / 2) | byte(size - 1);
}

// For hash tables of terms; `leading` is leading_bytes(text).
inline std::uint32_t hash_term(std::string_view text, std::uint64_t leading) {
    const auto mix = [](std::uint64_t hash, std::uint64_t bytes) {
        hash = (hash ^ bytes) * 0xFF51AFD7ED558CCDu;
        return hash ^ (hash >> 29);
    };
    std::uint64_t hash = mix(text.size() * 0x9E3779B97F4A7C15u, leading);
    for (std::size_t at = 8; at < text.size(); at += 8)
        hash = mix(hash, leading_bytes(text.substr(at, 8)));
    return std::uint32_t(hash ^ (hash >> 32));
}

// Whether two texts of the same size and leading bytes are the same.
inline bool same_rest(const char* a, const char* b, std::size_t size) {
    return size <= 8 || std::memcmp(a + 8, b + 8, size - 8) == 0;
}

}  // namespace morgue::index

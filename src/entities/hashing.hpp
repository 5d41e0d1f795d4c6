#pragma once
// Hashes of words and of features. They are part of the model file: changing one means training
// anew.
#include <cstdint>
#include <string_view>

namespace morgue::entities {

// FNV-1a, finished so that its high bits are good too.
constexpr std::uint64_t hash_bytes(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93u;
    return hash ^ (hash >> 32);
}

// The hash of a sequence, from that of its beginning and its next part.
constexpr std::uint64_t extend_hash(std::uint64_t sequence, std::uint64_t next) {
    return (sequence * 0x9E3779B97F4A7C15u) ^ (((next << 23) | (next >> 41)) * 0xD6E8FEB86659FD93u);
}

// The hash of a feature: a template and its value.
constexpr std::uint64_t feature_hash(std::uint32_t form, std::uint64_t value) {
    value = (value ^ (form * 0xA24BAED4963EE407u)) * 0x9FB21C651E98DF25u;
    return (value ^ (value >> 29)) * 0xD6E8FEB86659FD93u;
}

}  // namespace morgue::entities

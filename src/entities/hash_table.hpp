#pragma once
// A read-only table from hashes to small values, laid out as it lies in the model file: an array
// of 32-bit keys (0: free) and one of values, with linear probing. Keys are the high halves of
// 64-bit hashes; two words of one key are rarer than misprints.
#include <cstdint>
#include <span>

namespace morgue::entities {

constexpr std::uint32_t table_key(std::uint64_t hash) {
    const auto key = std::uint32_t(hash >> 32);
    return key ? key : 1;
}

constexpr std::size_t table_slot(std::uint32_t key, std::size_t slots) {
    return std::size_t((std::uint64_t(key) * slots) >> 32);
}

template <class Value>
class HashTable {
public:
    HashTable() = default;
    HashTable(std::span<const std::uint32_t> keys, std::span<const Value> values)
        : keys_(keys), values_(values) {}

    // Zero for what is not there.
    Value find(std::uint64_t hash) const {
        if (keys_.empty()) return {};
        const std::uint32_t key = table_key(hash);
        for (std::size_t at = table_slot(key, keys_.size()); keys_[at] != 0;
             at = at + 1 == keys_.size() ? 0 : at + 1)
            if (keys_[at] == key) return values_[at];
        return {};
    }

private:
    std::span<const std::uint32_t> keys_;  // never full
    std::span<const Value> values_;
};

}  // namespace morgue::entities

#pragma once
// Fingerprints of text (XXH3, 128 bits): to know content again, not to keep secrets.
#include <array>
#include <cstdint>
#include <string_view>

namespace morgue::core {

using Hash = std::array<std::uint8_t, 16>;

// Of a sequence of texts; where one ends and the next begins counts.
class Hasher {
public:
    Hasher();
    ~Hasher();
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;

    Hasher& add(std::string_view text);
    // Texts that go on from one another, as if they were one.
    Hasher& append(std::string_view text);
    Hash finish() const;

private:
    void* state_;
};

Hash hash(std::string_view text);

std::string_view bytes(const Hash& hash);

}  // namespace morgue::core

#include "core/hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace morgue::core {

namespace {
Hash canonical(XXH128_hash_t value) {
    XXH128_canonical_t big_endian;
    XXH128_canonicalFromHash(&big_endian, value);
    Hash out;
    std::copy(std::begin(big_endian.digest), std::end(big_endian.digest), out.begin());
    return out;
}
XXH3_state_t* state(void* pointer) {
    return static_cast<XXH3_state_t*>(pointer);
}
}  // namespace

Hasher::Hasher() : state_(XXH3_createState()) {
    XXH3_128bits_reset(state(state_));
}
Hasher::~Hasher() {
    XXH3_freeState(state(state_));
}

Hasher& Hasher::add(std::string_view text) {
    const std::uint64_t size = text.size();
    XXH3_128bits_update(state(state_), &size, sizeof size);
    return append(text);
}

Hasher& Hasher::append(std::string_view text) {
    XXH3_128bits_update(state(state_), text.data(), text.size());
    return *this;
}

Hash Hasher::finish() const {
    return canonical(XXH3_128bits_digest(state(state_)));
}

Hash hash(std::string_view text) {
    return canonical(XXH3_128bits(text.data(), text.size()));
}

std::string_view bytes(const Hash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace morgue::core

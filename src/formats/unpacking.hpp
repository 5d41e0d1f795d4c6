#pragma once
// What unpacking one input may cost: the caps, and the account that all its layers (a zip in a
// tar.gz in a zip) share.
#include <cstdint>

namespace morgue::formats {

struct UnpackLimits {
    // News packs 3:1 to 10:1; deflate alone cannot do better than 1032:1.
    std::uint64_t ratio = 200;                          // unpacked to packed bytes, at most,
    std::uint64_t ratio_from = std::uint64_t(8) << 20;  // once so much was unpacked
    std::uint64_t bytes = std::uint64_t(1) << 40;       // unpacked, in all
    std::uint64_t members = 10'000'000;                 // of archives, in all
    unsigned depth = 8;                                 // layers, compression counted too
};

class Unpacking {
public:
    explicit Unpacking(const UnpackLimits& limits) : limits_(limits) {}

    void took(std::uint64_t bytes) { packed_ += bytes; }  // of the input as it lies on disk

    // These throw core::BadInput when a cap is passed.
    void unpacked(std::uint64_t bytes);
    void member();
    void layer(unsigned depth);

    // Whether a cap ended it: then nothing more of the input can be read.
    bool exhausted() const { return exhausted_; }

private:
    const UnpackLimits limits_;
    std::uint64_t packed_ = 0, unpacked_ = 0, members_ = 0;
    bool exhausted_ = false;
};

}  // namespace morgue::formats

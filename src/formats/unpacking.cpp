#include "formats/unpacking.hpp"

#include <string>

#include "core/bad_input.hpp"

namespace morgue::formats {

void Unpacking::unpacked(std::uint64_t bytes) {
    unpacked_ += bytes;
    exhausted_ = exhausted_ || unpacked_ > limits_.bytes ||
                 (unpacked_ > limits_.ratio_from && unpacked_ / limits_.ratio > packed_);
    if (!exhausted_) return;
    if (unpacked_ > limits_.bytes)
        throw core::BadInput("archive-too-large", "the file unpacks to more than " +
                                                      std::to_string(limits_.bytes >> 20) + " MiB");
    throw core::BadInput("archive-bomb", "the file unpacks to more than " +
                                             std::to_string(limits_.ratio) + " times its size");
}

void Unpacking::member() {
    exhausted_ = exhausted_ || ++members_ > limits_.members;
    if (exhausted_)
        throw core::BadInput("archive-too-large", "the archive has more than " +
                                                      std::to_string(limits_.members) + " members");
}

void Unpacking::layer(unsigned depth) {
    if (depth >= limits_.depth)
        throw core::BadInput("archive-too-deep", "archives lie in one another more than " +
                                                     std::to_string(limits_.depth) + " deep");
}

}  // namespace morgue::formats

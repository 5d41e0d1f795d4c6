#pragma once
// A stream of bytes that is read once, from front to back: a file, standard input, or another
// source seen through a decoder (gzip, a charset).
#include <cstddef>

namespace morgue::core {

class ByteSource {
public:
    virtual ~ByteSource() = default;

    // Fills at most `most` bytes (> 0) and returns how many; 0 only at the end. Throws Error::io
    // when the system refuses, core::BadInput when the content is not what it claims to be.
    virtual std::size_t read(char* to, std::size_t most) = 0;
};

}  // namespace morgue::core

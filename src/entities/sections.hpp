#pragma once
// Taking arrays, each at a multiple of 64 bytes, out of a file that is part of the program.
#include <bit>
#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

namespace morgue::entities {

static_assert(std::endian::native == std::endian::little, "the files are little-endian");

// Takes one array of the file after another.
class Sections {
public:
    explicit Sections(std::string_view file) : file_(file), at_(0) {
        assert(reinterpret_cast<std::uintptr_t>(file.data()) % 64 == 0);
    }

    template <class T>
    std::span<const T> take(std::size_t count) {
        const std::size_t begin = at_;
        at_ += (count * sizeof(T) + 63) / 64 * 64;
        assert(at_ <= file_.size());
        return {reinterpret_cast<const T*>(file_.data() + begin), count};
    }

private:
    std::string_view file_;
    std::size_t at_;
};

}  // namespace morgue::entities

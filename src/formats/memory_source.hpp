#pragma once
// A source that is a text in memory.
#include <algorithm>
#include <cstring>
#include <string_view>

#include "core/byte_source.hpp"

namespace morgue::formats {

class MemorySource final : public core::ByteSource {
public:
    // The text has to outlive the source.
    explicit MemorySource(std::string_view text) : rest_(text) {}

    std::size_t read(char* to, std::size_t most) override {
        const std::size_t size = std::min(most, rest_.size());
        std::memcpy(to, rest_.data(), size);
        rest_.remove_prefix(size);
        return size;
    }

private:
    std::string_view rest_;
};

}  // namespace morgue::formats

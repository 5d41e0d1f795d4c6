#pragma once
// A source whose first bytes can be looked at before they are read.
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "core/byte_source.hpp"

namespace morgue::formats {

class PeekSource final : public core::ByteSource {
public:
    explicit PeekSource(std::unique_ptr<core::ByteSource> source);

    // The first `most` bytes, fewer only where the source ends or breaks before that; what it
    // throws is thrown when reading comes to that place, or at once if there is nothing before it.
    std::string_view peek(std::size_t most);

    std::size_t read(char* to, std::size_t most) override;

private:
    std::unique_ptr<core::ByteSource> source_;
    std::string head_;
    std::size_t taken_ = 0;  // of head_
    std::exception_ptr failure_;
};

}  // namespace morgue::formats

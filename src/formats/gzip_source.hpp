#pragma once
// A gzip stream of any number of members, unpacked. Breaks off with core::BadInput
// "gzip-truncated", "gzip-corrupt" or, where far more comes out than any text can hold,
// "gzip-bomb"; everything before that place has been delivered by then.
#include <memory>
#include <string_view>

#include "core/byte_source.hpp"

namespace morgue::formats {

bool is_gzip(std::string_view head);

std::unique_ptr<core::ByteSource> gunzip(std::unique_ptr<core::ByteSource> packed);

}  // namespace morgue::formats

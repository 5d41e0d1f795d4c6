#pragma once
// A gzip stream of any number of members, unpacked. Breaks off with core::BadInput
// "gzip-truncated", "gzip-corrupt" or where Unpacking has had enough; everything before that place
// has been delivered by then.
#include <memory>

#include "core/byte_source.hpp"
#include "formats/unpacking.hpp"

namespace morgue::formats {

std::unique_ptr<core::ByteSource> gunzip(std::unique_ptr<core::ByteSource> packed,
                                         Unpacking& unpacking);

}  // namespace morgue::formats

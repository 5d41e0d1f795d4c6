#pragma once
// A source in any charset, read as UTF-8 that is well-formed and has no byte order mark.
#include <cstdint>
#include <memory>
#include <string_view>

#include "core/byte_source.hpp"

namespace morgue::formats {

// `replaced` counts the ill-formed sequences that became U+FFFD; it must outlive the source.
std::unique_ptr<core::ByteSource> to_utf8(std::unique_ptr<core::ByteSource> source,
                                          std::string_view charset, std::uint64_t& replaced);

}  // namespace morgue::formats

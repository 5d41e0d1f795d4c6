#pragma once
// One file of a known format and charset: its articles up to where it breaks, then the reason.
#include <memory>
#include <string_view>

#include "formats/reader.hpp"

namespace morgue::formats {

std::unique_ptr<Reader> read_file(const Format& format, std::unique_ptr<core::ByteSource> source,
                                  std::string_view charset, const Context& context);

}  // namespace morgue::formats

#pragma once
// XML as feeds really write it, made fit for a strict parser: stray ampersands and control
// characters, quotation marks that Latin 1 does not have, HTML's entities without a declaration,
// blanks before the XML declaration. Entities are all replaced here, those of an internal DTD
// included and never one within another, so that the parser behind knows of none that could grow.
#include <memory>

#include "core/byte_source.hpp"

namespace morgue::formats {

// Keeps line numbers. The source has to be UTF-8; its XML declaration is dropped.
std::unique_ptr<core::ByteSource> tidy_xml(std::unique_ptr<core::ByteSource> source);

}  // namespace morgue::formats

#pragma once
// Reading the articles of an XML file, each an element of a known name, one tree at a time.
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "core/byte_source.hpp"
#include "formats/reader.hpp"
#include "formats/xml_tree.hpp"

namespace morgue::formats {

struct XmlDialect {
    std::span<const std::string_view> items;  // the elements that are articles, by local name
    // Nothing for one that is no article (a package that only lists others).
    std::optional<core::Draft> (*draft)(XmlElement item);
};

// Elements around the items are passed through, those beside them passed over. A file without any
// is core::BadInput "no-article".
std::unique_ptr<Reader> read_xml_items(std::unique_ptr<core::ByteSource> source,
                                       const XmlDialect& dialect);

}  // namespace morgue::formats

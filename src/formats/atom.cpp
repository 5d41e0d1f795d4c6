// Atom 1.0 (RFC 4287) and 0.3.
#include "formats/all.hpp"
#include "formats/feed_reader.hpp"
#include "formats/xml_root.hpp"

namespace morgue::formats {

namespace {

int matches_atom(std::string_view head, std::string_view) {
    const XmlRoot root = find_root(head);
    if (root.name != "feed" && root.name != "entry") return 0;
    const bool declared = root.rest.find("http://www.w3.org/2005/Atom") != root.rest.npos ||
                          root.rest.find("http://purl.org/atom/ns#") != root.rest.npos;
    return declared ? 98 : root.name == "feed" ? 60 : 0;
}

std::unique_ptr<Reader> open_atom(std::unique_ptr<core::ByteSource> source) {
    return read_feed(std::move(source),
                     {.channel = "feed", .item = "entry", .home = Vocabulary::atom});
}

}  // namespace

const Format atom_format{"atom", "Atom feeds, 1.0 and 0.3", matches_atom, open_atom};

}  // namespace morgue::formats

// RSS 0.9x and 2.0 ("rss"), with WordPress's export and the older CDF, and its relatives in RDF,
// 0.90 and 1.0 ("rdf").
#include "formats/all.hpp"
#include "formats/feed_element.hpp"
#include "formats/feed_reader.hpp"
#include "formats/xml_root.hpp"

namespace morgue::formats {

namespace {

int matches_rss(std::string_view head, std::string_view) {
    const std::string_view root = find_root(head).name;
    if (is_name(root, "rss")) return 98;
    return is_name(root, "channel") ? 60 : 0;  // CDF
}

int matches_rdf(std::string_view head, std::string_view) {
    const XmlRoot root = find_root(head);
    const bool feed = root.rest.find("http://purl.org/rss/1.0") != root.rest.npos ||
                      root.rest.find("netscape.com/rdf/simple/0.9") != root.rest.npos;
    return root.name == "RDF" && feed ? 98 : 0;
}

std::unique_ptr<Reader> open_rss(std::unique_ptr<core::ByteSource> source) {
    return read_feed(std::move(source),
                     {.channel = "channel", .item = "item", .home = Vocabulary::rss});
}

}  // namespace

const Format rss_format{"rss", "RSS feeds, 0.9x and 2.0", matches_rss, open_rss};
const Format rdf_format{"rdf", "RSS feeds in RDF, 0.90 and 1.0", matches_rdf, open_rss};

}  // namespace morgue::formats

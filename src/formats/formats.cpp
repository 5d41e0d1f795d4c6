#include <array>

#include "formats/all.hpp"

namespace morgue::formats {

std::span<const Format> all_formats() {
    static const std::array table{
        reuters_sgml_format, trec_format,      mbox_format, warc_format, rss_format,     rdf_format,
        atom_format,         json_feed_format, nitf_format, newsml1_format, newsml_g2_format,
        ninjs_format,        iptc7901_format,  anpa_format, jsonl_format,   json_format,
        csv_format,          html_format,      text_format,
    };
    return table;
}

const Format* find_format(std::string_view name) {
    for (const Format& format : all_formats())
        if (format.name == name) return &format;
    return nullptr;
}

}  // namespace morgue::formats

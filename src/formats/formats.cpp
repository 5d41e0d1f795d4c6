#include <array>

#include "formats/all.hpp"

namespace morgue::formats {

std::span<const Format> all_formats() {
    static const std::array table{
        reuters_sgml_format, trec_format, csv_format, mbox_format,   json_format, rss_format,
        rdf_format,          atom_format, jsonl_format, html_format, text_format,
    };
    return table;
}

const Format* find_format(std::string_view name) {
    for (const Format& format : all_formats())
        if (format.name == name) return &format;
    return nullptr;
}

}  // namespace morgue::formats

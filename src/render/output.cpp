#include "render/output.hpp"

namespace morgue::render {

namespace {

// clang-format off
constexpr OutputFormat formats[]{
    //           name      answer       facets       article           begin           end        fields apply  fields       stats       explanation
    OutputFormat{"text",   text_answer, text_facets, text_article,     nullptr,        nullptr,   false,        text_fields, text_stats, text_explanation},
    OutputFormat{"json",   json_answer, json_answer, json_article,     nullptr,        nullptr,   true,         json_fields, json_stats, json_explanation},
    OutputFormat{"jsonl",  nullptr,     nullptr,     jsonl_article,    nullptr,        nullptr,   true,         nullptr,     nullptr,    nullptr},
    OutputFormat{"csv",    csv_answer,  csv_facets,  csv_article,      csv_begin,      nullptr,   true,         nullptr,     nullptr,    nullptr},
    OutputFormat{"tsv",    tsv_answer,  tsv_facets,  tsv_article,      tsv_begin,      nullptr,   true,         nullptr,     nullptr,    nullptr},
    OutputFormat{"ids",    ids_answer,  nullptr,     nullptr,          nullptr,        nullptr,   false,        nullptr,     nullptr,    nullptr},
    OutputFormat{"md",     nullptr,     nullptr,     markdown_article, markdown_begin, nullptr,   false,        nullptr,     nullptr,    nullptr},
    OutputFormat{"html",   nullptr,     nullptr,     html_article,     html_begin,     html_end,  false,        nullptr,     nullptr,    nullptr},
    OutputFormat{"ninjs",  nullptr,     nullptr,     ninjs_article,    nullptr,        nullptr,   false,        nullptr,     nullptr,    nullptr},
    OutputFormat{"ris",    nullptr,     nullptr,     ris_article,      nullptr,        nullptr,   false,        nullptr,     nullptr,    nullptr},
    OutputFormat{"bibtex", nullptr,     nullptr,     bibtex_article,   nullptr,        nullptr,   false,        nullptr,     nullptr,    nullptr},
    OutputFormat{"atom",   nullptr,     nullptr,     atom_article,     atom_begin,     atom_end,  false,        nullptr,     nullptr,    nullptr},
};
// clang-format on

}  // namespace

std::span<const OutputFormat> output_formats() {
    return formats;
}

const OutputFormat* find_output_format(std::string_view name) {
    for (const OutputFormat& format : formats)
        if (format.name == name) return &format;
    return nullptr;
}

}  // namespace morgue::render

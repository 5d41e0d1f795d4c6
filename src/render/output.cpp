#include "render/output.hpp"

#include <array>

namespace morgue::render {

namespace {

// clang-format off
constexpr std::array formats{
    //           name     answer       facets       article        fields       stats       explanation
    OutputFormat{"text",  text_answer, text_facets, text_article,  text_fields, text_stats, text_explanation},
    OutputFormat{"json",  json_answer, json_answer, json_article,  json_fields, json_stats, json_explanation},
    OutputFormat{"jsonl", nullptr,     nullptr,     jsonl_article, nullptr,     nullptr,    nullptr},
    OutputFormat{"csv",   csv_answer,  csv_facets,  nullptr,       nullptr,     nullptr,    nullptr},
    OutputFormat{"tsv",   tsv_answer,  tsv_facets,  nullptr,       nullptr,     nullptr,    nullptr},
    OutputFormat{"ids",   ids_answer,  nullptr,     nullptr,       nullptr,     nullptr,    nullptr},
    OutputFormat{"ninjs", nullptr,     nullptr,     ninjs_article, nullptr,     nullptr,    nullptr},
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

// Text for people: the values of facets, counted, with bars.
#include <algorithm>

#include "render/output.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

constexpr std::size_t widest_value = 40, bar_width = 20;

std::string heading(const Facet& facet, const SearchRequest& request) {
    std::string out = std::to_string(facet.distinct) + (facet.distinct == 1 ? " value" : " values");
    if (const auto unit = unit_name(request); unit != "articles") out.append(", in ").append(unit);
    if (!facet.exact) out += ", counts are estimates";
    return out;
}

// Of a way down to a place the end tells most: ".../United States/Texas/Paris".
std::string shown(Field::Id field, const std::string& value) {
    std::string_view rest = value;
    if (field == Field::Id::region)
        while (columns(rest) > widest_value - (rest.size() < value.size() ? 2 : 0) &&
               rest.find('/') != rest.npos)
            rest.remove_prefix(rest.find('/') + 1);
    return rest.size() == value.size() ? value : "…/" + std::string(rest);
}

void add_facet(std::string& to, const Facet& facet, const SearchRequest& request,
               const Style& style) {
    paint(to, style, Ink::label, field(facet.field).name);
    paint(to, style, Ink::faint, "  " + heading(facet, request));
    to += '\n';
    std::size_t wide = 0, most = 0;
    for (const Facet::Bucket& bucket : facet.buckets) {
        wide = std::max(wide, std::min(columns(shown(facet.field, bucket.value)), widest_value));
        most = std::max(most, bucket.count);
    }
    for (const Facet::Bucket& bucket : facet.buckets) {
        append_cell(to += "  ", shown(facet.field, bucket.value), wide);
        append_number(to += "  ", grouped(bucket.count), grouped(most).size());
        paint(to += "  ", style, Ink::bar, bar(bucket.count, most, bar_width));
        to += '\n';
    }
    to += '\n';
}

}  // namespace

void text_facets(std::string& to, const Answer& answer) {
    if (answer.result.total == 0) return;
    for (const Facet& facet : answer.result.facets)
        add_facet(to, facet, answer.request, answer.style);
}

}  // namespace morgue::render

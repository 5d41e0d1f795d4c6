#include "render/tables.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace morgue::render {

std::string_view kind_name(Field::Kind kind) {
    constexpr std::array<std::string_view, 7> names{"text",   "value", "entity", "date",
                                                    "number", "flag",  "query"};
    return names[std::size_t(kind)];
}

void append_cell(std::string& to, std::string_view text, std::size_t width) {
    const std::string shown = cut(text, width);
    to += shown;
    const std::size_t used = columns(shown);
    to.append(width > used ? width - used : 0, ' ');
}

void append_number(std::string& to, std::string_view digits, std::size_t width) {
    to.append(width > digits.size() ? width - digits.size() : 0, ' ').append(digits);
}

std::string bar(std::size_t count, std::size_t most, std::size_t width) {
    constexpr std::array<std::string_view, 8> parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (count == 0 || most == 0) return "";
    const double share = std::min(1.0, double(count) / double(most));
    const auto eighths = std::max<std::size_t>(1, std::size_t(share * double(width * 8) + 0.5));
    std::string out;
    for (std::size_t full = 0; full < eighths / 8; ++full) out += "█";
    return out += parts[eighths % 8];
}

std::string articles_text(std::uint64_t count) {
    if (count == 0) return "no article";
    return grouped(count) + (count == 1 ? " article" : " articles");
}

std::string_view unit_name(const SearchRequest& request, bool one) {
    if (request.unit == SearchRequest::Count::words) return one ? "word" : "words";
    if (request.unit == SearchRequest::Count::stories ||
        request.collapse == SearchRequest::Collapse::story)
        return one ? "story" : "stories";
    if (request.collapse == SearchRequest::Collapse::exact)
        return one ? "different article" : "different articles";
    return one ? "article" : "articles";
}

std::string counted_text(std::uint64_t count, const SearchRequest& request) {
    return (count == 0 ? "no" : grouped(count)).append(" ").append(unit_name(request, count <= 1));
}

std::string bytes_text(std::uint64_t bytes) {
    constexpr std::array<const char*, 5> units{"B", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    auto size = double(bytes);
    for (; size >= 999.5 && unit + 1 < units.size(); ++unit) size /= 1000;
    char text[32];
    std::snprintf(text, sizeof text, unit == 0 || size >= 99.95 ? "%.0f %s" : "%.1f %s", size,
                  units[unit]);
    return text;
}

}  // namespace morgue::render

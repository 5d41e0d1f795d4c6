#include "render/atom_parts.hpp"

#include "render/xml.hpp"

namespace morgue::render {

namespace {

bool is_iri(std::string_view guid) {
    if (!guid.starts_with("urn:") && !guid.starts_with("tag:") && !guid.starts_with("http://") &&
        !guid.starts_with("https://"))
        return false;
    for (const char c : guid)
        if (static_cast<unsigned char>(c) <= 0x20 ||
            std::string_view("<>\"\\^`{}|").find(c) != std::string_view::npos)
            return false;
    return true;
}

}  // namespace

void add_element(std::string& to, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    to.append("<").append(name).append(">").append(escaped(text)).append("</").append(name);
    to += ">\n";
}

std::string atom_time(const Date& date) {
    return utc_date(date.first()).iso();
}

std::string atom_id(std::string_view guid, std::string_view uuid, ArticleId id) {
    if (is_iri(guid)) return std::string(guid);
    return "tag:morgue,2025:" + std::string(uuid) + "/" + std::to_string(id);
}

}  // namespace morgue::render

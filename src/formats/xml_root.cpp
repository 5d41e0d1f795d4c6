#include "formats/xml_root.hpp"

namespace morgue::formats {

namespace {

// Where a document type ends, its internal subset included; npos if it does not.
std::size_t doctype_end(std::string_view text) {
    bool subset = false;
    for (std::size_t at = 2; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = text.find(c, at + 1);
        } else if (text.substr(at).starts_with("<!--")) {
            at = text.find("-->", at);
        } else if (c == '>' && !subset) {
            return at + 1;
        } else if (c == '[' || c == ']') {
            subset = c == '[';
        }
        if (at == text.npos) break;
    }
    return text.npos;
}

std::size_t end_of(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    return at == text.npos ? at : at + mark.size();
}

}  // namespace

XmlRoot find_root(std::string_view head) {
    while (true) {
        const std::size_t open = head.find_first_not_of(" \t\r\n");
        if (open == head.npos || head[open] != '<') return {};
        head.remove_prefix(open);
        std::size_t end = 0;
        if (head.starts_with("<!--")) {
            end = end_of(head, "-->");
        } else if (head.starts_with("<?")) {
            end = end_of(head, "?>");
        } else if (head.starts_with("<!")) {
            end = doctype_end(head);
        }
        if (end == head.npos) return {};
        if (end == 0) break;
        head.remove_prefix(end);
    }
    const std::string_view name = head.substr(1, head.find_first_of(" \t\r\n/>", 1) - 1);
    const std::size_t colon = name.find(':');
    return {colon == name.npos ? name : name.substr(colon + 1), head};
}

}  // namespace morgue::formats

#include "formats/feed_text.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

// clang-format off
// Tags that texts of feeds carry; a name in angle brackets that is none of these is just text.
constexpr std::string_view text_tags[] = {
    "a", "abbr", "acronym", "article", "aside", "b", "big", "blockquote", "body", "br", "center",
    "cite", "code", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "font", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "i", "iframe", "img", "ins", "li", "mark",
    "ol", "p", "picture", "pre", "q", "s", "script", "section", "small", "span", "strike",
    "strong", "style", "sub", "sup", "table", "tbody", "td", "th", "time", "tr", "tt", "u", "ul",
    "video"};
// clang-format on

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

bool is_alnum(char c) {
    c = ascii_lower(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
    return out;
}

template <std::size_t size>
bool contains(const std::string_view (&list)[size], std::string_view name) {
    return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

bool is_media(std::string_view type) {
    return type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/");
}

// Atom 0.3 says so; in 1.0 it follows from a type that is no text.
bool is_packed(const FeedElement& element, std::string_view type) {
    if (element.marked) return false;
    return element.attribute("mode") == "base64" ||
           (type.find('/') != type.npos && !type.starts_with("text/") && !type.ends_with("xml"));
}

// Only if it is base64 and holds text.
std::optional<std::string> unpack_base64(std::string_view packed) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned bits = 0, value = 0;
    for (const char c : packed) {
        if (static_cast<unsigned char>(c) <= ' ' || c == '=') continue;
        const std::size_t digit = digits.find(c);
        if (digit == digits.npos) return std::nullopt;
        value = (value << 6 | unsigned(digit)) & 0xFFFF;
        if ((bits += 6) >= 8) out += char(value >> (bits -= 8) & 0xFF);
    }
    if (out.find('\0') != out.npos || !text::is_valid_utf8(out)) return std::nullopt;
    return out;
}

bool is_address(std::string_view text) {
    if (text.starts_with("mailto:")) return true;
    return text.find('@') != text.npos && text.find_first_of(" \t\n") == text.npos;
}

// The character of a reference without its & and ;, 0 if there is none.
char32_t referenced(std::string_view name) {
    if (!name.starts_with('#')) {
        const htmlEntityDesc* entity =
            htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
        return entity == nullptr ? 0 : char32_t(entity->value);
    }
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    const bool whole = error == std::errc() && end == name.data() + name.size();
    return whole && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) ? value : 0;
}

// Whether what follows an & makes a reference of it, or what follows a < a tag.
bool is_reference(std::string_view rest) {
    const std::size_t end = rest.find(';');
    return end != rest.npos && referenced(rest.substr(0, end)) != 0;
}

bool is_tag(std::string_view rest) {
    if (rest.starts_with("!--")) return true;
    if (rest.starts_with('/')) rest.remove_prefix(1);
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_alnum);
    if (end == rest.end() || (*end != '>' && *end != '/' && *end > ' ')) return false;
    return contains(text_tags, lower(rest.substr(0, std::size_t(end - rest.begin()))));
}

// A "<!" that begins nothing would swallow what follows it.
std::string without_false_declarations(std::string html) {
    for (std::size_t at = html.find("<!"); at != html.npos; at = html.find("<!", at + 2)) {
        const char next = at + 2 < html.size() ? html[at + 2] : ' ';
        const bool declares = next == '-' || next == '[' || is_alnum(next);
        if (!declares) html.replace(at, 1, "&lt;");
    }
    return html;
}

std::string decode_references(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t end = text[at] == '&' ? text.substr(at, 40).find(';') : text.npos;
        const char32_t c = end == text.npos ? 0 : referenced(text.substr(at + 1, end - 1));
        if (c == 0) {
            out += text[at];
        } else {
            text::append(out, c);
            at += end;
        }
    }
    return out;
}

}  // namespace

bool looks_like_html(std::string_view text) {
    for (std::size_t at = text.find_first_of("<&"); at != text.npos;
         at = text.find_first_of("<&", at + 1)) {
        const std::string_view rest = text.substr(at + 1, 40);
        if (text[at] == '<' ? is_tag(rest) : is_reference(rest)) return true;
    }
    return false;
}

void put_text(const FeedElement& element, std::string& plain, std::string& html) {
    if (is_blank(element.text)) return;
    std::string text = element.text;
    if (element.vocabulary == Vocabulary::atom) {
        const std::string type = lower(text::one_line(element.attribute("type")));
        const std::string_view mode = element.attribute("mode");
        if (is_media(type)) return;
        if (type == "xhtml" || (type == "application/xhtml+xml" && mode != "escaped")) {
            if (element.marked)
                html = element.markup;
            else
                plain = std::move(text);
            return;
        }
        if ((type.empty() || type == "text") && mode.empty() && !element.marked) {
            plain = std::move(text);
            return;
        }
        if (is_packed(element, type)) text = unpack_base64(text).value_or(text);
    }
    // Markup that is escaped and yet wrapped in elements is markup all the same.
    if (element.marked && !looks_like_html(text)) {
        html = element.markup;
    } else if (looks_like_html(text)) {
        html = without_false_declarations(std::move(text));
    } else {
        plain = std::move(text);
    }
}

std::string plain_line(const FeedElement& element) {
    std::string plain, html;
    put_text(element, plain, html);
    if (html.empty()) return text::one_line(plain);
    for (std::size_t at = 0; at < html.size(); ++at) {
        if (html[at] == '<' && is_tag(std::string_view(html).substr(at + 1, 40))) {
            const std::size_t close = html.find('>', at);
            plain += ' ';
            at = close == html.npos ? html.size() : close;
        } else {
            plain += html[at];
        }
    }
    return text::one_line(decode_references(plain));
}

std::string person_name(const FeedElement& element) {
    const std::string_view given = element.child("name");
    const bool contact = !element.child("email").empty() || !element.child("uri").empty();
    const std::string name = text::one_line(given.empty() && !contact ? element.text : given);
    const std::size_t open = name.find_last_of("(<");
    if (open != name.npos && (name.back() == ')' || name.back() == '>')) {
        const std::string before = text::one_line(std::string_view(name).substr(0, open));
        const std::string within = name.substr(open + 1, name.size() - open - 2);
        if (is_address(before)) return text::one_line(within);
        if (is_address(within)) return before;
    }
    return is_address(name) ? std::string() : name;
}

void put_authors(std::vector<std::string> names, Article& article) {
    std::erase_if(names, [](const std::string& name) { return is_blank(name); });
    if (names.size() == 1) {
        const std::string& name = names.front();
        const std::string small = lower(name);
        const bool several = name.find_first_of(",;&|/") != name.npos ||
                             small.find(" and ") != small.npos ||
                             small.find(" und ") != small.npos ||
                             small.find(" et ") != small.npos || small.starts_with("by ");
        if (several) {
            article.byline = name;
            return;
        }
    }
    for (std::string& name : names)
        if (std::find(article.authors.begin(), article.authors.end(), name) ==
            article.authors.end())
            article.authors.push_back(std::move(name));
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (!text::is_space(text::decode(text, at))) return false;
    return true;
}

std::string language_tag(std::string_view language) {
    std::string tag = text::one_line(language);
    std::replace(tag.begin(), tag.end(), '_', '-');
    return tag;
}

}  // namespace morgue::formats

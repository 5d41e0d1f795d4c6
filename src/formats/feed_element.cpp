#include "formats/feed_element.hpp"

#include <algorithm>

#include "core/bad_input.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t most_bytes = std::size_t(64) << 20;

struct Namespace {
    std::string_view uri;     // lower case, without a closing slash or #
    std::string_view prefix;  // for feeds that forget to declare it
    Vocabulary vocabulary;
};
// clang-format off
constexpr Namespace namespaces[] = {
    {"http://purl.org/rss/1.0",                              "rss",     Vocabulary::rss},
    {"http://purl.org/net/rss1.1",                           "",        Vocabulary::rss},
    {"http://my.netscape.com/rdf/simple/0.9",                "",        Vocabulary::rss},
    {"http://channel.netscape.com/rdf/simple/0.9",           "",        Vocabulary::rss},
    {"http://my.netscape.com/publish/formats/rss-0.91.dtd",  "",        Vocabulary::rss},
    {"http://backend.userland.com/rss",                      "",        Vocabulary::rss},
    {"http://backend.userland.com/rss2",                     "",        Vocabulary::rss},
    {"http://blogs.law.harvard.edu/tech/rss",                "",        Vocabulary::rss},
    {"http://cyber.law.harvard.edu/rss",                     "",        Vocabulary::rss},
    {"http://www.w3.org/2005/atom",                          "atom",    Vocabulary::atom},
    {"http://purl.org/atom/ns",                              "a",       Vocabulary::atom},
    {"http://purl.org/dc/elements/1.1",                      "dc",      Vocabulary::dc},
    {"http://purl.org/dc/elements/1.0",                      "",        Vocabulary::dc},
    {"http://purl.org/dc/terms",                             "dcterms", Vocabulary::dcterms},
    {"http://purl.org/rss/1.0/modules/content",              "content", Vocabulary::content},
    {"http://search.yahoo.com/mrss",                         "media",   Vocabulary::media},
    {"http://www.w3.org/1999/xhtml",                         "xhtml",   Vocabulary::xhtml},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns",           "rdf",     Vocabulary::rdf},
    {"http://wordpress.org/export/1.0/excerpt",              "excerpt", Vocabulary::excerpt},
    {"http://wordpress.org/export/1.1/excerpt",              "",        Vocabulary::excerpt},
    {"http://wordpress.org/export/1.2/excerpt",              "",        Vocabulary::excerpt},
    {"http://wordpress.org/export/1.0",                      "wp",      Vocabulary::wordpress},
    {"http://wordpress.org/export/1.1",                      "",        Vocabulary::wordpress},
    {"http://wordpress.org/export/1.2",                      "",        Vocabulary::wordpress},
};

constexpr std::string_view void_tags[] = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr"};

// clang-format on

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
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

void append_escaped(std::string& to, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                to += "&amp;";
                break;
            case '<':
                to += "&lt;";
                break;
            case '>':
                to += "&gt;";
                break;
            case '"':
                to += "&quot;";
                break;
            default:
                to += c;
        }
    }
}

void append_tag(std::string& to, const XmlEvent& start) {
    to += '<' + start.name;
    for (const XmlAttribute& attribute : start.attributes) {
        if (!attribute.ns.empty()) continue;
        to += ' ' + attribute.name + "=\"";
        append_escaped(to, attribute.value);
        to += '"';
    }
    to += '>';
}

void take(const XmlEvent& event, std::size_t level, FeedElement& element) {
    switch (event.kind) {
        case XmlEvent::Kind::start:
            // Most elements hold none: until then the markup is the text.
            if (!element.marked) append_escaped(element.markup, element.text);
            element.marked = true;
            if (level == 1) element.children.push_back({event.name, {}});
            append_tag(element.markup, event);
            break;
        case XmlEvent::Kind::end:
            if (!contains(void_tags, event.name)) element.markup += "</" + event.name + '>';
            break;
        case XmlEvent::Kind::text:
            element.text += event.text;
            if (element.marked) append_escaped(element.markup, event.text);
            if (level > 0) element.children.back().text += event.text;
            break;
        case XmlEvent::Kind::done:
            break;
    }
}

}  // namespace

Vocabulary vocabulary(std::string_view ns) {
    if (ns.empty()) return Vocabulary::none;
    std::string name = lower(ns);
    if (name.back() == ':') {
        name.pop_back();
        for (const Namespace& entry : namespaces)
            if (entry.prefix == name) return entry.vocabulary;
        return Vocabulary::other;
    }
    while (name.ends_with('/') || name.ends_with('#')) name.pop_back();
    for (const Namespace& entry : namespaces)
        if (entry.uri == name) return entry.vocabulary;
    return Vocabulary::other;
}

bool is_name(std::string_view name, std::string_view wanted) {
    return name.size() == wanted.size() &&
           std::equal(name.begin(), name.end(), wanted.begin(),
                      [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

std::string_view FeedElement::attribute(std::string_view local) const {
    for (const XmlAttribute& attribute : attributes)
        if (is_name(attribute.name, local) && attribute.ns != xml_namespace) return attribute.value;
    return {};
}

std::string_view FeedElement::child(std::string_view local) const {
    for (const Child& child : children)
        if (child.name == local) return child.text;
    return {};
}

std::size_t FeedElement::bytes() const {
    return sizeof(FeedElement) + text.size() + markup.size() + children.size() * sizeof(Child);
}

FeedElement read_element(XmlPull& pull, const XmlEvent& start) {
    FeedElement element;
    element.ns = start.ns;
    element.name = start.name;
    element.vocabulary = vocabulary(start.ns);
    element.attributes = start.attributes;
    element.base = pull.base();
    element.language = pull.language();
    std::size_t level = 0;  // of the elements open within it
    while (true) {
        const XmlEvent& event = pull.next();
        if (event.kind == XmlEvent::Kind::done) break;
        if (event.kind == XmlEvent::Kind::start) ++level;
        if (event.kind == XmlEvent::Kind::end && level == 0) break;
        take(event, level, element);
        if (event.kind == XmlEvent::Kind::end) --level;
        if (element.bytes() > most_bytes)
            throw core::BadInput("item-too-large", "<" + element.name + "> holds more than 64 MiB");
    }
    return element;
}

}  // namespace morgue::formats

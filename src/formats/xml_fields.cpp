#include "formats/xml_fields.hpp"

#include <utility>

#include "formats/feed_text.hpp"
#include "formats/xml_text.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

template <typename Value>
void fill(Value& to, Value& from) {
    if (to.empty()) to = std::move(from);
}

}  // namespace

std::string value_at(XmlElement root, const XmlPlace& place) {
    const XmlElement element = root.at(place.path);
    if (!element) return {};
    return place.attribute.empty() ? line_of(element)
                                   : text::one_line(element.attribute(place.attribute));
}

void fill_fields(XmlElement root, std::span<const XmlField> fields, Article& article) {
    for (const XmlField& each : fields)
        if ((article.*each.field).empty()) article.*each.field = value_at(root, each.place);
}

std::vector<std::string> values_at(XmlElement root, std::span<const XmlPlace> places) {
    std::vector<std::string> values;
    for (const XmlPlace& place : places)
        if (std::string value = value_at(root, place); !value.empty())
            values.push_back(std::move(value));
    return values;
}

void add_values(const std::vector<XmlElement>& elements, std::string_view attribute,
                std::vector<std::string>& to) {
    for (const XmlElement& each : elements) {
        std::string value =
            attribute.empty() ? line_of(each) : text::one_line(each.attribute(attribute));
        if (!value.empty()) to.push_back(std::move(value));
    }
}

void fill_empty(core::Draft& to, core::Draft from) {
    Article& article = to.article;
    for (std::string Article::*field :
         {&Article::guid, &Article::url, &Article::headline, &Article::subheadline,
          &Article::slugline, &Article::byline, &Article::dateline, &Article::located,
          &Article::source, &Article::copyright, &Article::section, &Article::language,
          &Article::summary})
        fill(article.*field, from.article.*field);
    fill(article.authors, from.article.authors);
    fill(article.keywords, from.article.keywords);
    fill(to.published, from.published);
    fill(to.updated, from.updated);
    if (!article.body.empty() || !to.body_html.empty()) return;
    article.body = std::move(from.article.body);
    to.body_html = std::move(from.body_html);
}

void put_body(std::string text, core::Draft& draft) {
    (looks_like_html(text) ? draft.body_html : draft.article.body) = std::move(text);
}

}  // namespace morgue::formats

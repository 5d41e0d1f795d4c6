// ninjs 1.4, the IPTC's News in JSON: an item a line. It knows no authors, datelines or places in
// the text, so an article does not survive the way back whole: that is what jsonl is for.
#include <array>

#include "render/json_writer.hpp"
#include "render/output.hpp"
#include "render/record.hpp"

namespace morgue::render {

namespace {

struct TextProperty {
    std::string_view name;
    std::string Article::*value;
};

// clang-format off
constexpr std::array text_properties{
    TextProperty{"copyrightnotice",  &Article::copyright},
    TextProperty{"language",         &Article::language},
    TextProperty{"byline",           &Article::byline},
    TextProperty{"located",          &Article::located},
    TextProperty{"headline",         &Article::headline},
    TextProperty{"headline_sub",     &Article::subheadline},
    TextProperty{"slugline",         &Article::slugline},
    TextProperty{"description_text", &Article::summary},
    TextProperty{"body_text",        &Article::body},
};
// clang-format on

// The standard asks for an identifier.
std::string uri(const Article& article) {
    if (!article.guid.empty()) return article.guid;
    if (!article.url.empty()) return article.url;
    return "urn:x-morgue:article:" + std::to_string(article.id);
}

void write_dates(JsonWriter& json, const Article& article) {
    if (article.published) json.key("firstcreated").text(article.published->iso());
    const auto& version = article.updated ? article.updated : article.published;
    if (version) json.key("versioncreated").text(version->iso());
}

void write_named(JsonWriter& json, std::string_view name, std::string_view rel) {
    json.open('{').key("name").text(name);
    if (!rel.empty()) json.key("rel").text(rel);
    json.close('}');
}

void write_entities(JsonWriter& json, const Article& article, Entity::Kind kind) {
    bool any = false;
    for (const Entity& entity : article.entities) {
        if (entity.kind != kind) continue;
        if (!any) json.key(kind_name(kind)).open('[');
        any = true;
        write_named(json, entity.name, "mentions");
    }
    if (any) json.close(']');
}

void write_subjects(JsonWriter& json, const Article& article) {
    if (article.keywords.empty() && article.section.empty()) return;
    json.key("subject").open('[');
    if (!article.section.empty()) write_named(json, article.section, "section");
    for (const std::string& keyword : article.keywords) write_named(json, keyword, "");
    json.close(']');
}

}  // namespace

void ninjs_article(std::string& to, const Article& article, const Document&, std::size_t) {
    JsonWriter json(to);
    json.open('{').key("uri").text(uri(article)).key("type").text("text");
    write_dates(json, article);
    for (const TextProperty& property : text_properties)
        if (const std::string& value = article.*property.value; !value.empty())
            json.key(property.name).text(value);
    for (const auto kind : {Entity::Kind::person, Entity::Kind::organisation, Entity::Kind::place})
        write_entities(json, article, kind);
    write_subjects(json, article);
    if (!article.source.empty()) {
        json.key("infosource").open('[');
        write_named(json, article.source, "");
        json.close(']');
    }
    json.close('}');
    to += '\n';
}

}  // namespace morgue::render

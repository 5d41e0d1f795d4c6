// News in JSON: the IPTC's ninjs 1 to 3, and the agencies' own forms that are near to it (AP Media
// API, dpa digitalwires, Superdesk).
#include <algorithm>
#include <map>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/feed_item.hpp"
#include "formats/feed_text.hpp"
#include "formats/json_items.hpp"
#include "formats/json_value.hpp"
#include "formats/nitf.hpp"
#include "formats/peek_source.hpp"
#include "formats/xml_fields.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

// ---- keys, in lower case and without underscores: versions 1 to 3 write them differently

struct TextKey {
    std::string Article::*field;
    std::string_view name;
};
// Of several for one field the first that holds something. A list gives its first, an object the
// name or value that it has.
// clang-format off
constexpr TextKey text_keys[] = {
    {&Article::guid,        "uri"},
    {&Article::guid,        "guid"},
    {&Article::guid,        "urn"},
    {&Article::guid,        "itemid"},
    {&Article::headline,    "headline"},
    {&Article::headline,    "headlines"},
    {&Article::headline,    "title"},
    {&Article::subheadline, "headlinesub"},
    {&Article::subheadline, "subheadline"},
    {&Article::slugline,    "slugline"},
    {&Article::byline,      "byline"},
    {&Article::byline,      "by"},
    {&Article::byline,      "bylines"},
    {&Article::dateline,    "dateline"},
    {&Article::located,     "located"},
    {&Article::located,     "datelinelocation"},
    {&Article::source,      "source"},
    {&Article::source,      "infosource"},
    {&Article::source,      "infosources"},
    {&Article::source,      "creditline"},
    {&Article::source,      "copyrightholder"},
    {&Article::source,      "provider"},
    {&Article::copyright,   "copyrightnotice"},
    {&Article::copyright,   "copyrightline"},
    {&Article::section,     "section"},
    {&Article::section,     "service"},
    {&Article::language,    "language"},
    {&Article::summary,     "descriptiontext"},
    {&Article::summary,     "descriptions"},
    {&Article::summary,     "teaser"},
    {&Article::summary,     "description"},
    {&Article::summary,     "headlineextended"},
};
constexpr std::string_view created_keys[] = {"firstcreated", "contentcreated", "firstpublished"};
constexpr std::string_view changed_keys[] = {"versioncreated", "contentmodified", "updated"};
constexpr std::string_view keyword_keys[] = {"keywords", "keyword", "subject", "subjects",
                                             "categories"};
// What an object in the place of a text calls it.
constexpr std::string_view value_names[] = {"value", "name", "by", "city", "title"};

// Where several items are in one file.
constexpr std::string_view item_lists[] = {"items", "_items", "entries"};
constexpr std::string_view wrappers[] = {"data"};
// clang-format on

std::string plain_key(std::string_view key) {
    std::string plain;
    for (const char c : key)
        if (c != '_') plain += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return plain;
}

using Members = std::map<std::string, JsonValue, std::less<>>;

bool is_body(std::string_view key) {
    return key.starts_with("body") || key == "articlehtml" || key == "bodies";
}

template <std::size_t size>
bool contains(const std::string_view (&list)[size], std::string_view key) {
    return std::ranges::find(list, key) != std::end(list);
}

bool is_known(std::string_view key) {
    return std::ranges::find(text_keys, key, &TextKey::name) != std::end(text_keys) ||
           contains(created_keys, key) || contains(changed_keys, key) ||
           contains(keyword_keys, key) || is_body(key);
}

// Those that say something of an article.
Members members(const JsonObject& object) {
    constexpr std::size_t longest_key = 64, most_members = 1000;
    Members all;
    for (simdjson::dom::key_value_pair pair : object) {
        if (pair.key.size() > longest_key || all.size() == most_members) continue;
        std::string key = plain_key(pair.key);
        if (is_known(key)) all.emplace(std::move(key), std::move(pair.value));
    }
    return all;
}

JsonValue member(const Members& all, std::string_view name) {
    const auto found = all.find(name);
    return found == all.end() ? JsonValue() : found->second;
}

// ---- values

std::string text_of(JsonValue value) {
    JsonObject object;
    if (value.get(object)) return json_text(value);
    for (const std::string_view name : value_names)
        if (std::string text = json_text(object[name]); !text.empty()) return text;
    return {};
}

std::string_view role_of(JsonValue value) {
    std::string_view role;
    JsonObject object;
    if (!value.get(object) && object["role"].get(role)) role = {};
    return role;
}

// Of a list the main one, else the first.
std::string first_text(JsonValue value) {
    std::string first;
    for (const JsonValue& each : json_list(value)) {
        std::string text = text_of(each);
        if (role_of(each) == "main" && !text.empty()) return text;
        if (first.empty()) first = std::move(text);
    }
    return first;
}

void add_dates(const Members& item, std::span<const std::string_view> keys,
               std::vector<std::string>& to) {
    for (const std::string_view key : keys)
        if (std::string date = json_text(member(item, key)); !date.empty())
            to.push_back(std::move(date));
}

// ---- the text

enum class BodyKind { html, nitf, plain };

struct Body {
    BodyKind kind;
    std::string text;
};

bool is_nitf(std::string_view text) {
    return text.substr(0, 2000).find("<nitf") != text.npos;
}

void add_body(std::string text, std::vector<Body>& bodies) {
    if (is_blank(text)) return;
    const BodyKind kind = is_nitf(text)           ? BodyKind::nitf
                          : looks_like_html(text) ? BodyKind::html
                                                  : BodyKind::plain;
    bodies.push_back({kind, std::move(text)});
}

// "body_xhtml", "body_text", ... of version 1, "bodies" since, "article_html" of digitalwires.
std::vector<Body> bodies(const Members& item) {
    std::vector<Body> all;
    for (const JsonValue& each : json_list(member(item, "bodies"))) add_body(text_of(each), all);
    for (const auto& [key, value] : item)
        if (is_body(key) && key != "bodies") add_body(text_of(value), all);
    return all;
}

// Markup tells where paragraphs end, so it comes first.
void read_body(const Members& item, core::Draft& draft) {
    std::vector<Body> all = bodies(item);
    const auto best = std::ranges::min_element(all, {}, &Body::kind);
    if (best == all.end()) return;
    switch (best->kind) {
        case BodyKind::html:
            draft.body_html = std::move(best->text);
            break;
        case BodyKind::nitf: {
            core::Draft nitf = nitf_draft(best->text);
            for (Problem& each : nitf.article.problems)
                draft.article.problems.push_back(std::move(each));
            fill_empty(draft, std::move(nitf));
            break;
        }
        case BodyKind::plain:
            draft.article.body = std::move(best->text);
            break;
    }
}

core::Draft read_item(const Members& item) {
    core::Draft draft;
    draft.whole_body = true;
    Article& article = draft.article;
    for (const TextKey& key : text_keys)
        if ((article.*key.field).empty()) article.*key.field = first_text(member(item, key.name));
    article.language = language_tag(article.language);
    for (const std::string_view key : keyword_keys)
        for (std::string& word : json_names(member(item, key)))
            article.keywords.push_back(std::move(word));
    add_dates(item, created_keys, draft.published);
    add_dates(item, changed_keys, draft.published.empty() ? draft.published : draft.updated);
    read_body(item, draft);
    return draft;
}

// AP wraps each item once more.
JsonObject unwrapped(JsonObject object) {
    for (const auto name : {"data", "item"}) {
        JsonObject inner;
        if (!object[name].get(inner)) object = inner;
    }
    return object;
}

// ---- the file

bool has(const std::vector<std::string_view>& keys, std::span<const std::string_view> names) {
    return std::ranges::any_of(
        keys, [&](std::string_view key) { return std::ranges::find(names, key) != names.end(); });
}

constexpr std::string_view id_keys[] = {"uri", "guid", "urn", "itemid", "altids"};

// Whether the items are in a list, not the objects at the top.
bool is_wrapped(std::string_view head) {
    const auto keys = json_keys(head);
    if (has(keys, id_keys)) return false;
    return has(keys, item_lists) || has(json_keys(head, 2), item_lists);
}

// Items in which there is nothing to read are passed over.
class NinjsReader final : public Reader {
public:
    explicit NinjsReader(std::unique_ptr<PeekSource> source, bool wrapped)
        : items_(std::move(source), wrapped ? JsonShape{item_lists, wrappers} : JsonShape{}) {}

    std::optional<core::Draft> next() override;

private:
    JsonItems items_;
    simdjson::dom::parser parser_;
    std::size_t number_ = 0;
};

std::optional<core::Draft> NinjsReader::next() {
    while (const auto text = items_.next()) {
        ++number_;
        JsonObject item;
        if (const auto error = parser_.parse(text->data(), text->size(), false).get(item))
            throw core::BadRecord("json-broken", "item " + std::to_string(number_) + ": " +
                                                     simdjson::error_message(error));
        const Members said = members(unwrapped(item));
        if (said.empty()) continue;
        core::Draft draft = read_item(said);
        if (has_text(draft)) return draft;
    }
    return std::nullopt;
}

// Keys that news in JSON has and other JSON has not.
constexpr std::string_view news_keys[] = {
    "versioncreated", "bodies",          "headlines",          "bodyxhtml",   "bodyhtml",
    "bodytext",       "descriptiontext", "copyrightnotice",    "pubstatus",   "articlehtml",
    "renditions",     "descriptions",    "representationtype", "firstcreated"};

int matches(std::string_view head, std::string_view) {
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == head.npos || (head[first] != '{' && head[first] != '[')) return 0;
    constexpr std::size_t deepest = 6;  // an item of a list in a wrapper
    const auto keys = json_keys(head, deepest);
    if (!has(keys, id_keys)) return 0;
    const auto is_news = [](std::string_view key) {
        return std::ranges::find(news_keys, plain_key(key)) != std::end(news_keys);
    };
    return std::ranges::any_of(keys, is_news) ? 96 : 0;
}

std::unique_ptr<Reader> open_ninjs(std::unique_ptr<core::ByteSource> source) {
    auto peek = std::make_unique<PeekSource>(std::move(source));
    constexpr std::size_t head_size = 65536;
    const bool wrapped = is_wrapped(peek->peek(head_size));
    return std::make_unique<NinjsReader>(std::move(peek), wrapped);
}

}  // namespace

const Format ninjs_format{"ninjs", "ninjs 1 to 3, and the JSON of AP, dpa and Superdesk", matches,
                          open_ninjs};

}  // namespace morgue::formats

// NewsML 1.x, the IPTC's: items of nested components, each with lines, metadata and content.
#include <algorithm>

#include "formats/all.hpp"
#include "formats/nitf.hpp"
#include "formats/xml_fields.hpp"
#include "formats/xml_items.hpp"
#include "formats/xml_root.hpp"
#include "formats/xml_text.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

constexpr std::string_view items[] = {"NewsItem"};

// The lines of the outermost component that has them.
struct Line {
    std::string Article::*field;
    std::string_view name;
};
// clang-format off
constexpr Line lines[] = {
    {&Article::headline,    "HeadLine"},
    {&Article::subheadline, "SubHeadLine"},
    {&Article::slugline,    "SlugLine"},
    {&Article::byline,      "ByLine"},
    {&Article::dateline,    "DateLine"},
    {&Article::copyright,   "CopyrightLine"},
};
// clang-format on

void read_lines(XmlElement item, Article& article) {
    for (const Line& line : lines)
        for (const XmlElement& each : item.all(line.name))
            if ((article.*line.field).empty()) article.*line.field = line_of(each);
}

std::string formal_name(XmlElement element) {
    return text::one_line(element.attribute("FormalName"));
}

// What a <Property FormalName="Keyword" Value="ferry"/> says, wherever it is.
std::vector<std::string> properties(XmlElement within, std::string_view name) {
    std::vector<std::string> values;
    for (const XmlElement& each : within.all("Property"))
        if (each.attribute("FormalName") == name) add_values({each}, "Value", values);
    return values;
}

std::string located(XmlElement item) {
    for (const XmlElement& location : item.all("Location")) {
        if (location.attribute("HowPresent") != "Origin") continue;
        const auto cities = properties(location, "City");
        if (!cities.empty()) return cities.front();
    }
    return {};
}

std::string source(XmlElement item) {
    for (const auto name : {"Provider", "Source"})
        for (const XmlElement& each : item.all(name))
            if (std::string party = formal_name(each.child("Party")); !party.empty()) return party;
    return line_of(item.at("Identification/NewsIdentifier/ProviderId"));
}

std::string guid(XmlElement item) {
    const XmlElement id = item.at("Identification/NewsIdentifier");
    std::string name = line_of(id.child("PublicIdentifier"));
    if (!name.empty() || !id.child("NewsItemId")) return name;
    return "urn:newsml:" + line_of(id.child("ProviderId")) + ':' + line_of(id.child("DateId")) +
           ':' + line_of(id.child("NewsItemId")) + ':' + line_of(id.child("RevisionId"));
}

std::string language(XmlElement item) {
    for (const XmlElement& each : item.all("Language"))
        if (std::string name = formal_name(each); !name.empty()) return text::lower(name);
    return text::one_line(item.attribute("lang"));
}

void read_keywords(XmlElement item, Article& article) {
    add_values(item.all("KeywordLine"), "", article.keywords);
    for (std::string& each : properties(item, "Keyword"))
        article.keywords.push_back(std::move(each));
}

// ---- the text

// What a part of an item is for, if it is not its text.
constexpr std::string_view other_roles[] = {"stylesheet", "headline", "caption",  "thumbnail",
                                            "byline",     "photo",    "metadata", "logo"};

bool is_named(XmlElement component, std::string_view child, std::string_view name) {
    return text::lower(formal_name(component.child(child))) == name;
}

core::Draft content_draft(XmlElement content) {
    core::Draft draft;
    if (const XmlElement nitf = content.find("nitf")) return nitf_draft(nitf);
    const XmlElement body = content.find("body");
    if (content.children().empty()) {
        put_body(whole_text(content), draft);
    } else {
        draft.article.body = paragraphs_of(body ? body : content);
    }
    return draft;
}

std::size_t size(const core::Draft& draft) {
    return draft.article.body.size() + draft.body_html.size();
}

// Of the texts in and below a component the longest, the one called Main before all others.
struct Best {
    core::Draft draft;
    bool main = false;
};

void find_text(XmlElement component, bool main, std::size_t depth, Best& best) {
    constexpr std::size_t most_depth = 16;
    const std::string role = text::lower(formal_name(component.child("Role")));
    if (depth > most_depth || std::ranges::find(other_roles, role) != std::end(other_roles)) return;
    main = main || role.starts_with("main");
    for (const XmlElement& item : component.children("ContentItem")) {
        if (item.child("MediaType") && !is_named(item, "MediaType", "text")) continue;
        if (is_named(item, "Format", "css") || is_named(item, "MimeType", "text/css")) continue;
        core::Draft found = content_draft(item.child("DataContent"));
        if (best.main && !main) continue;
        if ((main && !best.main && size(found) > 0) || size(found) > size(best.draft))
            best = {std::move(found), main};
    }
    for (const XmlElement& inner : component.children("NewsComponent"))
        find_text(inner, main, depth + 1, best);
}

std::optional<core::Draft> read_item(XmlElement item) {
    core::Draft draft;
    draft.whole_body = true;
    Article& article = draft.article;
    article.guid = guid(item);
    read_lines(item, article);
    article.located = located(item);
    article.source = source(item);
    article.language = language(item);
    read_keywords(item, article);
    constexpr XmlPlace created[] = {{"NewsManagement/FirstCreated", ""},
                                    {"Identification/NewsIdentifier/DateId", ""}};
    constexpr XmlPlace changed[] = {{"NewsManagement/ThisRevisionCreated", ""}};
    draft.published = values_at(item, created);
    draft.updated = values_at(item, changed);
    Best best;
    for (const XmlElement& component : item.children("NewsComponent"))
        find_text(component, false, 0, best);
    fill_empty(draft, std::move(best.draft));
    if (article.headline.empty()) article.headline = line_of(item.at("Identification/NameLabel"));
    return draft;
}

int matches(std::string_view head, std::string_view) {
    const std::string_view root = find_root(head).name;
    return root == "NewsML" ? 98 : root == "NewsItem" ? 70 : 0;
}

std::unique_ptr<Reader> open_newsml1(std::unique_ptr<core::ByteSource> source) {
    return read_xml_items(std::move(source), {.items = items, .draft = read_item});
}

}  // namespace

const Format newsml1_format{"newsml1", "NewsML 1.x", matches, open_newsml1};

}  // namespace morgue::formats

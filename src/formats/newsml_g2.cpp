// NewsML-G2, the IPTC's: news items and packages, on their own or in a news message, their text in
// NITF, XHTML or plain.
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

constexpr std::string_view items[] = {"newsItem", "packageItem"};

// clang-format off
constexpr XmlField fields[] = {
    {&Article::guid,      {"",                              "guid"}},
    {&Article::slugline,  {"contentMeta/slugline",          ""}},
    {&Article::byline,    {"contentMeta/by",                ""}},
    {&Article::dateline,  {"contentMeta/dateline",          ""}},
    {&Article::located,   {"contentMeta/located/name",      ""}},
    {&Article::located,   {"contentMeta/located",           "literal"}},
    {&Article::source,    {"itemMeta/provider/name",        ""}},
    {&Article::source,    {"contentMeta/infoSource/name",   ""}},
    {&Article::source,    {"contentMeta/infoSource",        "literal"}},
    {&Article::source,    {"contentMeta/creditline",        ""}},
    {&Article::source,    {"rightsInfo/copyrightHolder/name", ""}},
    {&Article::source,    {"rightsInfo/copyrightHolder",    "literal"}},
    {&Article::source,    {"itemMeta/provider",             "literal"}},
    {&Article::copyright, {"rightsInfo/copyrightNotice",    ""}},
    {&Article::language,  {"contentMeta/language",          "tag"}},
    {&Article::language,  {"",                              "lang"}},
};
constexpr XmlPlace created[] = {
    {"itemMeta/firstCreated",      ""},
    {"contentMeta/contentCreated", ""},
};
constexpr XmlPlace changed[] = {
    {"itemMeta/versionCreated",     ""},
    {"contentMeta/contentModified", ""},
};
// clang-format on

// "hld:subHeadline" -> "subheadline"
std::string role(XmlElement element) {
    const std::string_view role = element.attribute("role");
    return text::lower(role.substr(role.find(':') + 1));
}

bool is_sub(const std::string& role) {
    return role.starts_with("sub") || role.starts_with("deck") || role.starts_with("dek");
}

// The main one of several; the rank tells, or the role, else the order.
void read_headlines(XmlElement meta, Article& article) {
    std::string_view best_rank;
    for (const XmlElement& each : meta.children("headline")) {
        std::string line = line_of(each);
        if (line.empty()) continue;
        if (is_sub(role(each))) {
            if (article.subheadline.empty()) article.subheadline = std::move(line);
            continue;
        }
        const std::string_view rank = each.attribute("rank");
        if (!article.headline.empty() && (rank.empty() || rank >= best_rank)) continue;
        article.headline = std::move(line);
        best_rank = rank;
    }
}

// What a picture shows is a summary where there is nothing else.
void read_description(XmlElement meta, Article& article) {
    std::string caption;
    for (const XmlElement& each : meta.children("description")) {
        std::string text = paragraphs_of(each);
        if (text.empty()) continue;
        if (role(each) == "caption") {
            caption = std::move(text);
        } else if (article.summary.empty()) {
            article.summary = std::move(text);
        }
    }
    if (article.summary.empty()) article.summary = std::move(caption);
}

// A creator may be whoever typed it in: only a role says that it is who wrote it.
void read_authors(XmlElement meta, Article& article) {
    for (const XmlElement& creator : meta.children("creator")) {
        const std::string what = role(creator);
        const bool wrote = what.find("author") != what.npos || what.find("writer") != what.npos ||
                           what.find("reporter") != what.npos;
        if (wrote) add_values({creator.child("name")}, "", article.authors);
    }
}

void read_keywords(XmlElement meta, Article& article) {
    add_values(meta.children("keyword"), "", article.keywords);
    for (const XmlElement& subject : meta.children("subject"))
        add_values(subject.children("name"), "", article.keywords);
}

void read_dates(XmlElement item, core::Draft& draft) {
    draft.published = values_at(item, created);
    std::vector<std::string> versions = values_at(item, changed);
    (draft.published.empty() ? draft.published : draft.updated) = std::move(versions);
}

void read_xml(XmlElement content, core::Draft& draft) {
    if (const XmlElement nitf = content.find("nitf")) {
        fill_empty(draft, nitf_draft(nitf));
        return;
    }
    const XmlElement body = content.find("body");
    draft.article.body = paragraphs_of(body ? body : content);
}

// Of several renderings of the text the first that holds any.
void read_content(XmlElement item, core::Draft& draft) {
    const XmlElement set = item.child("contentSet");
    const auto has_body = [&] { return !(draft.article.body.empty() && draft.body_html.empty()); };
    for (const XmlElement& content : set.children("inlineXML"))
        if (!has_body()) read_xml(content, draft);
    for (const XmlElement& content : set.children("inlineData")) {
        if (has_body()) return;
        if (content.attribute("encoding").empty()) put_body(whole_text(content), draft);
    }
}

std::optional<core::Draft> read_item(XmlElement item) {
    core::Draft draft;
    draft.whole_body = true;
    Article& article = draft.article;
    const XmlElement meta = item.child("contentMeta");
    fill_fields(item, fields, article);
    read_headlines(meta, article);
    if (article.headline.empty()) article.headline = line_of(item.at("itemMeta/title"));
    read_description(meta, article);
    read_authors(meta, article);
    read_keywords(meta, article);
    read_dates(item, draft);
    read_content(item, draft);
    if (item.name() == "packageItem" && article.headline.empty()) return std::nullopt;
    return draft;
}

int matches(std::string_view head, std::string_view) {
    const XmlRoot root = find_root(head);
    const bool ours =
        root.name == "newsItem" || root.name == "packageItem" || root.name == "newsMessage";
    if (!ours) return 0;
    const bool declared = root.rest.find("iptc.org/std/nar/") != root.rest.npos ||
                          root.rest.find("NewsML-G2") != root.rest.npos;
    return declared ? 98 : 70;
}

std::unique_ptr<Reader> open_newsml_g2(std::unique_ptr<core::ByteSource> source) {
    return read_xml_items(std::move(source), {.items = items, .draft = read_item});
}

}  // namespace

const Format newsml_g2_format{"newsmlg2", "NewsML-G2 items, packages and messages", matches,
                              open_newsml_g2};

}  // namespace morgue::formats

// NITF, the IPTC's News Industry Text Format, 2.x and 3.x; among others of The New York Times
// Annotated Corpus.
#include "formats/nitf.hpp"

#include <algorithm>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/memory_source.hpp"
#include "formats/xml_fields.hpp"
#include "formats/xml_items.hpp"
#include "formats/xml_root.hpp"
#include "formats/xml_text.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

constexpr std::string_view items[] = {"nitf"};

// clang-format off
constexpr XmlField fields[] = {
    {&Article::guid,        {"head/docdata/doc-id",                   "id-string"}},
    {&Article::url,         {"head/pubdata",                          "ex-ref"}},
    {&Article::url,         {"head/docdata/pubdata",                  "ex-ref"}},
    {&Article::headline,    {"body/body.head/hedline/hl1",            ""}},
    {&Article::headline,    {"body/body.head/headline/hl1",           ""}},
    {&Article::headline,    {"body/body.head/hedline",                ""}},
    {&Article::headline,    {"head/title",                            ""}},
    {&Article::subheadline, {"body/body.head/hedline/hl2",            ""}},
    {&Article::located,     {"body/body.head/dateline/location/city", ""}},
    {&Article::located,     {"body/body.head/dateline/location",      ""}},
    {&Article::source,      {"head/pubdata",                          "name"}},
    {&Article::source,      {"head/docdata/pubdata",                  "name"}},
    {&Article::source,      {"body/body.head/distributor",            ""}},
    {&Article::source,      {"head/docdata/doc.copyright",            "holder"}},
    {&Article::source,      {"head/docdata/doc-id",                   "regsrc"}},
    {&Article::source,      {"head/docdata/del-list/from-src",        "src-name"}},
    {&Article::copyright,   {"body/body.head/rights",                 ""}},
    {&Article::section,     {"head/pubdata",                          "position.section"}},
    {&Article::language,    {"body",                                  "lang"}},
    {&Article::language,    {"",                                      "baselang"}},
    {&Article::language,    {"",                                      "lang"}},
};
constexpr XmlPlace published[] = {
    {"head/docdata/date.issue",            "norm"},
    {"head/pubdata",                       "date.publication"},
    {"head/docdata/pubdata",               "date.publication"},
    {"head/docdata/date.release",          "norm"},
    {"body/body.head/dateline/story.date", "norm"},
    {"body/body.head/dateline/story.date", ""},
};
struct MetaField {
    std::string Article::*field;
    std::string_view name;
};
constexpr MetaField metas[] = {
    {&Article::slugline, "anpa-keyword"},
    {&Article::slugline, "slugline"},
    {&Article::slugline, "slug"},
    {&Article::section,  "online_sections"},
    {&Article::section,  "section"},
    {&Article::section,  "dsk"},
};
// clang-format on

void read_metas(XmlElement head, Article& article) {
    const auto all = head.children("meta");
    for (const MetaField& meta : metas) {
        if (!(article.*meta.field).empty()) continue;
        const auto found = std::ranges::find_if(
            all, [&](const XmlElement& each) { return each.attribute("name") == meta.name; });
        if (found != all.end()) article.*meta.field = text::one_line(found->attribute("content"));
    }
}

// Children part by part: "By BERNARD CONDON<byttl>AP Writer</byttl>".
std::string byline(XmlElement element) {
    std::string line;
    if (!element) return line;
    const XmlElement title = element.child("byttl");
    if (!title) return line_of(element);
    const XmlTree& tree = element.tree();
    for (std::uint32_t at = element.node() + 1; at < title.node(); ++at)
        if (const auto& node = tree.nodes()[at]; node.is_text)
            line += (line.empty() ? "" : " ") + text::one_line(tree.string(node));
    line = text::one_line(line);
    const std::string role = line_of(title);
    return line.empty() || role.empty() ? line + role : line + ", " + role;
}

// A date in digits ("20170102T222800+0000") is for machines.
bool is_for_machines(std::string_view date) {
    return date.find_first_not_of("0123456789TZ+-:. ") == date.npos;
}

std::string dateline(XmlElement element) {
    const XmlElement location = element.child("location"), date = element.child("story.date");
    if (!location && !date) return line_of(element);
    std::string line = line_of(location);
    const std::string when = line_of(date);
    if (line.empty() || when.empty() || is_for_machines(when)) return line;
    return line + ' ' + when;
}

void read_keywords(XmlElement head, Article& article) {
    const XmlElement docdata = head.child("docdata");
    add_values(docdata.child("key-list").all("keyword"), "key", article.keywords);
    // Where there is but one, it is the word by which the desk knows the story.
    if (article.slugline.empty() && article.keywords.size() == 1)
        article.slugline = article.keywords.front();
    for (const XmlElement& subject : head.child("tobject").children("tobject.subject"))
        for (const auto level : {"type", "matter", "detail"})
            add_values({subject}, "tobject.subject." + std::string(level), article.keywords);
    for (const XmlElement& each : docdata.child("identified-content").children("classifier"))
        if (each.attribute("type").ends_with("descriptor"))
            add_values({each}, "", article.keywords);
}

// The corpus of The New York Times gives the first paragraphs twice.
bool is_repeated_lead(XmlElement block) {
    return block.name() == "block" && block.attribute("class") == "lead_paragraph";
}

std::string body(XmlElement content) {
    const bool full = std::ranges::any_of(content.children("block"), [](const XmlElement& block) {
        return block.attribute("class") == "full_text";
    });
    return full ? paragraphs_of(content, is_repeated_lead) : paragraphs_of(content);
}

}  // namespace

core::Draft nitf_draft(XmlElement nitf) {
    core::Draft draft;
    draft.whole_body = true;
    Article& article = draft.article;
    const XmlElement head = nitf.child("head"), body_head = nitf.at("body/body.head");
    fill_fields(nitf, fields, article);
    if (article.subheadline == article.headline) article.subheadline.clear();
    read_metas(head, article);
    read_keywords(head, article);
    article.byline = byline(body_head.child("byline"));
    article.dateline = dateline(body_head.child("dateline"));
    // A place in capitals is read from the dateline, as news prints it.
    if (text::upper(article.located) == article.located) article.located.clear();
    if (article.located.empty() && article.dateline.empty())
        article.located = value_at(head, {"docdata/evloc", "city"});
    article.summary = paragraphs_of(body_head.child("abstract"));
    draft.published = values_at(nitf, published);
    article.body = body(nitf.at("body/body.content"));
    return draft;
}

namespace {

std::optional<core::Draft> read_item(XmlElement nitf) {
    return nitf_draft(nitf);
}

}  // namespace

core::Draft nitf_draft(std::string_view xml) {
    core::Draft draft;
    try {
        if (const auto nested = read_xml_items(std::make_unique<MemorySource>(xml),
                                               {.items = items, .draft = read_item})
                                    ->next())
            draft = std::move(*nested);
    } catch (const core::BadInput& error) {
        draft.article.problems.push_back(
            {.code = error.code(), .field = "body", .message = error.what(), .hint = {}});
    }
    return draft;
}

namespace {

int matches(std::string_view head, std::string_view) {
    return find_root(head).name == "nitf" ? 98 : 0;
}

std::unique_ptr<Reader> open_nitf(std::unique_ptr<core::ByteSource> source) {
    return read_xml_items(std::move(source), {.items = items, .draft = read_item});
}

}  // namespace

const Format nitf_format{"nitf", "NITF, of news agencies", matches, open_nitf};

}  // namespace morgue::formats

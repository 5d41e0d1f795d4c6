#pragma once
// Every field that a query, a facet or a sort can name, in one table. The query language, the
// index, the facets, `morgue fields` and docs/query-language.md are all read from it.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace morgue {

struct Field {
    enum class Id : std::uint8_t {
        headline,
        subheadline,
        byline,
        summary,
        body,
        lead,
        hlead,
        author,
        source,
        section,
        keyword,
        language,
        format,
        year,
        month,
        person,
        organisation,
        place,
        entity,
        country,
        region,
        pattern,
        date,
        updated,
        added,
        words,
        copies,
        located,
        guid,
        url,
        path,
        id,
        label,
        note,
        has,
        saved,
        count
    };
    enum class Kind : std::uint8_t {
        text,    // its words are searched, with positions
        value,   // the whole value is matched, accents and case aside
        entity,  // like value, but by any of the entity's names
        date,    // a date or a range of dates
        number,  // a number or a range of numbers
        flag,    // has:FIELD
        query,   // saved:NAME
    };

    Id id;
    Kind kind;
    std::string_view name;
    std::string_view alias;   // a shorter name for it; empty if none
    std::string_view prefix;  // of its Xapian terms; see docs/file-format.md
    bool facet;               // its values can be counted
    std::string_view help, example;
};

// clang-format off
inline constexpr std::array<Field, std::size_t(Field::Id::count)> fields{{
    // id                      kind                 name            alias    prefix   facet  help                                             example
    {Field::Id::headline,     Field::Kind::text,   "headline",     "h",     "S",     false, "words of the headline",                         "headline:budget"},
    {Field::Id::subheadline,  Field::Kind::text,   "subheadline",  "deck",  "XSH",   false, "words of the line under the headline",          "subheadline:inflation"},
    {Field::Id::byline,       Field::Kind::text,   "byline",       "by",    "XBY",   false, "words of the byline, as printed",               "byline:smith"},
    {Field::Id::summary,      Field::Kind::text,   "summary",      "",      "XSU",   false, "words of the description or abstract",          "summary:strike"},
    {Field::Id::body,         Field::Kind::text,   "body",         "b",     "",      false, "words of the text",                             "body:tariff"},
    {Field::Id::lead,         Field::Kind::text,   "lead",         "",      "",      false, "words of the first paragraph",                  "lead:tariff"},
    {Field::Id::hlead,        Field::Kind::text,   "hlead",        "hl",    "",      false, "words of the headline or the first paragraph",  "hlead:tariff"},
    {Field::Id::author,       Field::Kind::value,  "author",       "",      "A",     true,  "who wrote it, a whole name",                    "author:\"Jane Doe\""},
    {Field::Id::source,       Field::Kind::value,  "source",       "from",  "XSO",   true,  "the publication or agency",                     "source:reuters"},
    {Field::Id::section,      Field::Kind::value,  "section",      "",      "XSE",   true,  "the part of the paper",                         "section:business"},
    {Field::Id::keyword,      Field::Kind::value,  "keyword",      "tag",   "K",     true,  "a subject the publisher gave it",               "keyword:elections"},
    {Field::Id::language,     Field::Kind::value,  "language",     "lang",  "L",     true,  "BCP 47 code; de also finds de-AT",              "lang:de"},
    {Field::Id::format,       Field::Kind::value,  "format",       "",      "T",     true,  "the kind of file it was read from",             "format:rss"},
    {Field::Id::year,         Field::Kind::value,  "year",         "",      "Y",     true,  "the year it was published",                     "year:2025"},
    {Field::Id::month,        Field::Kind::value,  "month",        "",      "M",     true,  "the month it was published",                    "month:2025-09"},
    {Field::Id::person,       Field::Kind::entity, "person",       "",      "XPP",   true,  "a person named in it",                          "person:\"Nicolás Maduro\""},
    {Field::Id::organisation, Field::Kind::entity, "organisation", "org",   "XPO",   true,  "an organisation named in it",                   "org:\"World Bank\""},
    {Field::Id::place,        Field::Kind::entity, "place",        "",      "XPL",   true,  "a place named in it",                           "place:Caracas"},
    {Field::Id::entity,       Field::Kind::entity, "entity",       "",      "",      false, "a person, organisation or place named in it",   "entity:Washington"},
    {Field::Id::country,      Field::Kind::value,  "country",      "",      "XCO",   true,  "a country named in it, or in which a place is", "country:venezuela"},
    {Field::Id::region,       Field::Kind::value,  "region",       "",      "XRE",   true,  "what a place named in it is part of",           "region:\"south america\""},
    {Field::Id::pattern,      Field::Kind::value,  "pattern",      "",      "XPA",   true,  "an e-mail address, URL, phone number, IBAN or sum of money in it", "pattern:jo@example.org"},
    {Field::Id::date,         Field::Kind::date,   "date",         "published", "",  false, "when it was published; none finds the undated", "date:2025-09-01..2025-10"},
    {Field::Id::updated,      Field::Kind::date,   "updated",      "",      "",      false, "when it was last changed by its publisher",     "updated:2025"},
    {Field::Id::added,        Field::Kind::date,   "added",        "",      "",      false, "when this archive took it in",                  "added:2025-09-28.."},
    {Field::Id::words,        Field::Kind::number, "words",        "",      "",      false, "how many words the body has",                   "words:>800"},
    {Field::Id::copies,       Field::Kind::number, "copies",       "",      "",      false, "how many further copies of its story there are", "copies:>3"},
    {Field::Id::located,      Field::Kind::value,  "located",      "",      "XLO",   false, "the place of the dateline",                     "located:caracas"},
    {Field::Id::guid,         Field::Kind::value,  "guid",         "",      "Q",     false, "the article's own identifier",                  "guid:\"urn:example:17\""},
    {Field::Id::url,          Field::Kind::value,  "url",          "",      "U",     false, "its address",                                   "url:\"https://example.org/a\""},
    {Field::Id::path,         Field::Kind::value,  "path",         "",      "P",     false, "the file it was read from, or a folder above",  "path:feeds/2025"},
    {Field::Id::id,           Field::Kind::value,  "id",           "",      "I",     false, "one article of this archive",                   "id:17"},
    {Field::Id::label,        Field::Kind::value,  "label",        "",      "",      false, "a tag that you gave it with morgue tag",        "label:lead"},
    {Field::Id::note,         Field::Kind::value,  "note",         "",      "",      false, "words of the note that you made on it",         "note:verify"},
    {Field::Id::has,          Field::Kind::flag,   "has",          "",      "XHA",   false, "articles in which a field is known",            "has:byline"},
    {Field::Id::saved,        Field::Kind::query,  "saved",        "",      "",      false, "what a saved search finds",                     "saved:cartels"},
}};
// clang-format on

constexpr const Field& field(Field::Id id) {
    return fields[std::size_t(id)];
}

// By name or alias, as typed (lower case).
constexpr std::optional<Field::Id> find_field(std::string_view name) {
    for (const Field& field : fields)
        if (name == field.name || (!field.alias.empty() && name == field.alias)) return field.id;
    return std::nullopt;
}

static_assert(
    [] {
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (fields[i].id != Field::Id(i)) return false;
        return true;
    }(),
    "fields[] is in the order of Field::Id");

}  // namespace morgue

// "Headline: ...", "Date: ..." lines at the top of a story, and the credits below its headline.
#include <algorithm>

#include "extract/agencies.hpp"
#include "extract/date_line.hpp"
#include "extract/extract.hpp"
#include "extract/headline.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t most_headers = 40, most_byline_lines = 4;

enum class Key {
    none,
    headline,
    subheadline,
    slugline,
    byline,
    dateline,
    published,
    updated,
    source,
    copyright,
    section,
    keywords,
    language,
    url,
    guid,
    summary,
    body,
};
struct KeyName {
    std::string_view folded;
    Key key;
};
// clang-format off
constexpr KeyName key_names[]{
    {"headline", Key::headline},       {"title", Key::headline},        {"titel", Key::headline},
    {"titre", Key::headline},          {"titulo", Key::headline},       {"subheadline", Key::subheadline},
    {"subhead", Key::subheadline},     {"subtitle", Key::subheadline},  {"deck", Key::subheadline},
    {"kicker", Key::section},          {"slug", Key::slugline},         {"slugline", Key::slugline},
    {"byline", Key::byline},           {"author", Key::byline},         {"authors", Key::byline},
    {"by", Key::byline},               {"autor", Key::byline},          {"auteur", Key::byline},
    {"dateline", Key::dateline},       {"date", Key::published},        {"published", Key::published},
    {"publication date", Key::published}, {"pub date", Key::published}, {"pubdate", Key::published},
    {"datum", Key::published},         {"fecha", Key::published},       {"updated", Key::updated},
    {"last updated", Key::updated},    {"modified", Key::updated},      {"source", Key::source},
    {"publication", Key::source},      {"publisher", Key::source},      {"agency", Key::source},
    {"newspaper", Key::source},        {"quelle", Key::source},         {"fuente", Key::source},
    {"copyright", Key::copyright},     {"rights", Key::copyright},      {"section", Key::section},
    {"category", Key::section},        {"ressort", Key::section},       {"keywords", Key::keywords},
    {"tags", Key::keywords},           {"topics", Key::keywords},       {"subjects", Key::keywords},
    {"language", Key::language},       {"url", Key::url},               {"link", Key::url},
    {"id", Key::guid},                 {"guid", Key::guid},             {"docno", Key::guid},
    {"summary", Key::summary},         {"abstract", Key::summary},      {"description", Key::summary},
    {"text", Key::body},               {"body", Key::body},             {"content", Key::body},
};
// clang-format on

struct Header {
    Key key = Key::none;
    std::string_view value;
};

Header header_in(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == line.npos || colon > 20) return {};
    const auto folded = text::fold(line.substr(0, colon));
    for (const auto& name : key_names) {
        if (name.folded != folded) continue;
        auto value = line.substr(colon + 1);
        while (value.starts_with(' ') || value.starts_with('\t')) value.remove_prefix(1);
        return {name.key, value};
    }
    return {};
}

std::string* text_field(Article& article, Key key) {
    switch (key) {
        case Key::headline:
            return &article.headline;
        case Key::subheadline:
            return &article.subheadline;
        case Key::slugline:
            return &article.slugline;
        case Key::byline:
            return &article.byline;
        case Key::dateline:
            return &article.dateline;
        case Key::source:
            return &article.source;
        case Key::copyright:
            return &article.copyright;
        case Key::section:
            return &article.section;
        case Key::language:
            return &article.language;
        case Key::url:
            return &article.url;
        case Key::guid:
            return &article.guid;
        case Key::summary:
            return &article.summary;
        default:
            return nullptr;
    }
}

void add_keywords(std::string_view list, std::vector<std::string>& keywords) {
    const char mark = list.find(';') != list.npos ? ';' : ',';
    for (std::size_t at = 0; at <= list.size();) {
        const auto end = std::min(list.find(mark, at), list.size());
        keywords.emplace_back(list.substr(at, end - at));
        at = end + 1;
    }
}

void set_date(std::optional<Date>& field, std::string_view name, std::string_view value,
              Article& article) {
    if (field || value.empty()) return;
    field = read_date(value);
    if (!field)
        article.problems.push_back(
            {.code = "date-unparsed",
             .field = std::string(name),
             .message = "\"" + std::string(value.substr(0, 60)) + "\" is not read as a date",
             .hint = {}});
}

void set(const Header& header, Article& article) {
    if (header.key == Key::published)
        set_date(article.published, "published", header.value, article);
    else if (header.key == Key::updated)
        set_date(article.updated, "updated", header.value, article);
    else if (header.key == Key::keywords && article.keywords.empty())
        add_keywords(header.value, article.keywords);
    else if (auto* field = text_field(article, header.key); field && field->empty())
        *field = header.value;
}

// One key could be the first word of a headline ("Summary: a bad year"); two are a block, and so
// is a headline that is called one.
bool is_header_block(Lines lines) {
    const auto first = header_in(lines.front().text);
    if (first.key == Key::none) return false;
    if (first.key == Key::headline) return true;
    return lines.size() > 1 && header_in(lines[1].text).key != Key::none;
}

void skip_blank(Lines& lines) {
    while (!lines.empty() && lines.front().blank()) lines = lines.subspan(1);
}

void take_byline(Lines& lines, Article& article) {
    article.byline = lines.front().text;
    lines = lines.subspan(1);
    const auto goes_on = [&] {
        return article.byline.ends_with(',') || article.byline.ends_with(" and") ||
               article.byline.ends_with(" AND");
    };
    for (std::size_t i = 1; i < most_byline_lines && goes_on(); ++i) {
        if (lines.empty() || lines.front().blank()) break;
        article.byline += ' ' + std::string(lines.front().text);
        lines = lines.subspan(1);
    }
}

// "Staff Writer" below the name it belongs to.
bool is_role_line(std::string_view text) {
    return text.size() <= 60 && is_role(text) && text.find_first_of(".!?") == text.npos &&
           std::count(text.begin(), text.end(), ' ') < 5;
}

bool is_updated_line(std::string_view text) {
    const auto folded = text::fold(text);
    for (const std::string_view word : {"updated", "last updated", "last modified", "modified"})
        if (folded.starts_with(word)) return true;
    return false;
}

// Takes one line of credits; false if the next line is none.
bool take_credit(Lines& lines, Article& article) {
    const auto text = lines.front().text;
    if (article.byline.empty() && is_byline(text)) {
        take_byline(lines, article);
        if (!lines.empty() && is_role_line(lines.front().text)) {
            article.byline += ", " + std::string(lines.front().text);
            lines = lines.subspan(1);
        }
        return true;
    }
    if (is_date_line(text)) {
        auto& field = is_updated_line(text) ? article.updated : article.published;
        if (field) return false;
        field = read_date(text);
    } else if (const auto agency = agency_name(text); !agency.empty() && article.source.empty()) {
        article.source = agency;
    } else {
        return false;
    }
    lines = lines.subspan(1);
    return true;
}

}  // namespace

void take_header_block(Lines& lines, Article& article) {
    skip_blank(lines);
    if (lines.empty() || !is_header_block(lines)) return;
    for (std::size_t i = 0; i < most_headers && !lines.empty(); ++i) {
        const auto header = header_in(lines.front().text);
        if (header.key == Key::none || (header.key == Key::body && !header.value.empty())) break;
        lines = lines.subspan(1);
        if (header.key == Key::body) break;
        set(header, article);
    }
}

void take_credits(Lines& lines, Article& article) {
    for (skip_blank(lines); !lines.empty() && take_credit(lines, article); skip_blank(lines)) {
    }
}

}  // namespace morgue::extract

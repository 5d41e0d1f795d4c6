// Rules applied to a record.
#include "formats/field_map.hpp"

#include <algorithm>

#include "formats/date_pattern.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

struct TextTarget {
    std::string_view name;
    std::string Article::*field;
    std::string_view between;  // several values
};
// clang-format off
constexpr TextTarget text_targets[] = {
    {"headline",    &Article::headline,    " "},
    {"subheadline", &Article::subheadline, " "},
    {"slugline",    &Article::slugline,    " "},
    {"byline",      &Article::byline,      ", "},
    {"dateline",    &Article::dateline,    " "},
    {"located",     &Article::located,     ", "},
    {"guid",        &Article::guid,        " "},
    {"url",         &Article::url,         " "},
    {"source",      &Article::source,      ", "},
    {"section",     &Article::section,     ", "},
    {"language",    &Article::language,    " "},
    {"copyright",   &Article::copyright,   " "},
    {"summary",     &Article::summary,     "\n\n"},
    {"body",        &Article::body,        "\n\n"},
};

struct MarkedTarget {
    std::string_view name;
    std::string core::Draft::*field;
};
constexpr MarkedTarget marked_targets[] = {
    {"headline", &core::Draft::headline_html},
    {"summary",  &core::Draft::summary_html},
    {"body",     &core::Draft::body_html},
    {"story",    &core::Draft::story},
    {"page",     &core::Draft::page},
};
// clang-format on

bool is_marked_up(std::string_view text) {
    constexpr std::string_view signs[] = {"<p>",    "<p ",  "</p>", "<br",
                                          "</div>", "</a>", "<P>",  "<BR"};
    return text.find('<') != text.npos && std::ranges::any_of(signs, [&](std::string_view sign) {
               return text.find(sign) != text.npos;
           });
}

std::string joined(const std::vector<std::string>& values, std::string_view between) {
    std::string out;
    for (const std::string& value : values) {
        if (!out.empty()) out += between;
        out += value;
    }
    return out;
}

struct Found {
    std::vector<std::string> values;
    bool is_list = false;
};

// All terms as one text; nothing unless every one of them is there.
Found combined(const FieldMap::Choice& choice, const FieldSource& record) {
    std::string text;
    for (const FieldMap::Term& term : choice) {
        Found part;
        if (!term.constant) record.values(term.path, part.values, part.is_list);
        if (!term.constant && part.values.empty()) return {};
        text += term.constant ? term.text : joined(part.values, ", ");
    }
    return {{std::move(text)}, false};
}

Found found(const FieldMap::Rule& rule, const FieldSource& record) {
    for (const FieldMap::Choice& choice : rule.choices) {
        Found out;
        if (choice.size() == 1 && !choice.front().constant) {
            record.values(choice.front().path, out.values, out.is_list);
        } else {
            out = combined(choice, record);
        }
        if (!out.values.empty()) return out;
    }
    return {};
}

std::vector<std::string> split(const std::vector<std::string>& values, std::string_view marks) {
    std::vector<std::string> out;
    for (const std::string& value : values)
        for (std::size_t at = 0; at <= value.size();) {
            const std::size_t end = std::min(value.find_first_of(marks, at), value.size());
            std::string part = text::one_line(std::string_view(value).substr(at, end - at));
            if (!part.empty()) out.push_back(std::move(part));
            at = end + 1;
        }
    return out;
}

void set_date(const FieldMap::Rule& rule, const std::vector<std::string>& values,
              std::optional<Date>& date, std::vector<std::string>& written, Article& article) {
    for (const std::string& value : values) {
        if (date) return;
        if (rule.date.empty()) {
            date = read_timestamp(value);
            if (!date) written.push_back(value);
        } else if (date = read_date(value, rule.date); !date) {
            article.problems.push_back(
                {.code = "date-unparsed",
                 .field = rule.target,
                 .message = '"' + value.substr(0, 60) + "\" is not of the form " + rule.date,
                 .hint = {}});
        }
    }
}

// One name that is not part of a list may hold several, as a byline does.
void set_authors(Found found, Article& article) {
    if (found.values.size() == 1 && !found.is_list) {
        if (article.byline.empty()) article.byline = std::move(found.values.front());
    } else if (article.authors.empty()) {
        article.authors = std::move(found.values);
    }
}

void set_text(const FieldMap::Rule& rule, const std::vector<std::string>& values,
              core::Draft& draft) {
    const auto* marked = std::ranges::find(marked_targets, rule.target, &MarkedTarget::name);
    const auto* plain = std::ranges::find(text_targets, rule.target, &TextTarget::name);
    const bool has_plain = plain != std::end(text_targets);
    const bool has_marked = marked != std::end(marked_targets);
    const auto between = rule.join   ? std::string_view(*rule.join)
                         : has_plain ? plain->between
                                     : std::string_view("\n");
    std::string text = joined(values, between);
    if (has_plain && !(draft.article.*plain->field).empty()) return;
    if (has_marked && !(draft.*marked->field).empty()) return;
    const bool as_markup =
        has_marked && (!has_plain || rule.html || (!rule.plain && is_marked_up(text)));
    (as_markup ? draft.*marked->field : draft.article.*plain->field) = std::move(text);
}

void set(const FieldMap::Rule& rule, Found found, core::Draft& draft) {
    Article& article = draft.article;
    if (rule.target == "published") {
        set_date(rule, found.values, article.published, draft.published, article);
    } else if (rule.target == "updated") {
        set_date(rule, found.values, article.updated, draft.updated, article);
    } else if (rule.target == "authors") {
        set_authors(std::move(found), article);
    } else if (rule.target == "keywords") {
        if (article.keywords.empty()) article.keywords = std::move(found.values);
    } else {
        set_text(rule, found.values, draft);
    }
}

// The next letter or digit of a name, in lower case; 0 at its end.
char next_letter(std::string_view& name) {
    while (!name.empty()) {
        char c = name.front();
        name.remove_prefix(1);
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
        const bool counts = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                            static_cast<unsigned char>(c) >= 0x80;
        if (counts) return c;
    }
    return 0;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b, bool loose) {
    if (!loose) return a == b;
    for (;;) {
        const char c = next_letter(a);
        if (c != next_letter(b)) return false;
        if (c == 0) return true;
    }
}

core::Draft FieldMap::apply(const FieldSource& record) const {
    core::Draft draft;
    for (const Rule& rule : rules_) {
        Found values = found(rule, record);
        if (values.values.empty()) continue;
        if (!rule.split.empty() && !(loose_ && values.is_list)) {
            values.values = split(values.values, rule.split);
            values.is_list = true;
        }
        if (loose_ && rule.target == "byline" && values.is_list) {
            set_authors(std::move(values), draft.article);
        } else {
            set(rule, std::move(values), draft);
        }
    }
    return draft;
}

}  // namespace morgue::formats

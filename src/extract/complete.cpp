#include <algorithm>
#include <set>

#include "extract/agencies.hpp"
#include "extract/body_parts.hpp"
#include "extract/date_relative.hpp"
#include "extract/date_scan.hpp"
#include "extract/extract.hpp"
#include "extract/mentions.hpp"
#include "extract/watch.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t longest_quote = 60;

void add_problem(Article& article, std::string code, std::string field, std::string message) {
    article.problems.push_back({.code = std::move(code),
                                .field = std::move(field),
                                .message = std::move(message),
                                .hint = {}});
}

// ---- dates

std::string quoted(const std::string& text) {
    auto line = text::one_line(text);
    if (line.size() > longest_quote)
        line = line.substr(0, text::byte_offset(line, longest_quote)) + "...";
    return '"' + line + '"';
}

void read_dates(const std::vector<std::string>& written, const char* field,
                const std::optional<Date>& seen, std::optional<Date>& date, Article& article) {
    const std::string* failed = nullptr;
    bool impossible = false;
    for (const auto& text : written) {
        if (date) return;
        if (text::one_line(text).empty()) continue;
        const auto scan = scan_date(text);
        date = scan.date;
        if (!date && seen) date = read_relative_date(text, *seen);
        if (!failed) {
            failed = &text;
            impossible = scan.impossible;
        }
    }
    if (date || !failed) return;
    add_problem(
        article, impossible ? "date-impossible" : "date-unparsed", field,
        quoted(*failed) + (impossible ? " is no day of the calendar" : " is not read as a date"));
}

// The start of Unix time is what programs print for no date at all.
bool is_epoch(const Date& date) {
    return date.year == 1970 && date.month == 1 && date.day == 1;
}

void check_date(std::optional<Date>& date, const char* field, const std::optional<Date>& latest,
                Article& article) {
    if (!date) return;
    const std::string iso = date->iso();
    if (is_epoch(*date))
        add_problem(article, "date-epoch", field, iso + " stands for no date");
    else if (latest && date->first() > latest->last())
        add_problem(article, "date-in-future", field, iso + " has not come yet");
    else
        return;
    date.reset();
}

// ---- tidying

void tidy_line(std::string& text) {
    text = text::compose(text::one_line(text));
}

void tidy_text(std::string& text) {
    text = text::compose(text::tidy_paragraphs(text));
}

void tidy_list(std::vector<std::string>& values) {
    std::set<std::string> seen;
    std::vector<std::string> kept;
    for (auto& value : values) {
        tidy_line(value);
        if (!value.empty() && seen.insert(text::fold(value)).second)
            kept.push_back(std::move(value));
    }
    values = std::move(kept);
}

// A text that given mentions point into.
void tidy_with_mentions(std::string& text, void (*tidy)(std::string&), Mention::Where where,
                        Article& article) {
    const auto before = text;
    tidy(text);
    if (article.entities_given && text != before) move_mentions(article, where, before, text);
}

void tidy(Article& article) {
    for (auto* line : {&article.guid, &article.url, &article.subheadline, &article.slugline,
                       &article.byline, &article.dateline, &article.located, &article.source,
                       &article.copyright, &article.section, &article.language})
        tidy_line(*line);
    tidy_with_mentions(article.headline, tidy_line, Mention::Where::headline, article);
    tidy_with_mentions(article.body, tidy_text, Mention::Where::body, article);
    tidy_text(article.summary);
    tidy_list(article.keywords);
    tidy_list(article.authors);
}

// ---- what a draft holds besides

void take_fragment(const std::string& html, std::string& field) {
    if (field.empty() && !html.empty()) field = fragment_text(html);
}

// Formats have fields for authors, and newsrooms fill them with "Gazette staff" and "AFP".
void sift_authors(Article& article) {
    std::vector<std::string> kept;
    for (auto& name : article.authors) {
        auto read = read_byline(name);
        const bool nobody = !read.agency.empty() || is_role(name);
        if (!read.authors.empty() && !read.agency.empty())
            std::ranges::move(read.authors, std::back_inserter(kept));
        else if (!read.authors.empty() || !nobody)
            kept.push_back(std::move(name));
        else if (article.byline.empty())
            article.byline = name;
        if (article.source.empty()) article.source = read.agency;
    }
    article.authors = std::move(kept);
}

void read_names(Article& article) {
    if (article.byline.empty()) return;
    auto byline = read_byline(article.byline);
    if (article.authors.empty()) article.authors = std::move(byline.authors);
    if (article.source.empty()) article.source = byline.agency;
    const auto source = text::fold(article.source);
    std::erase_if(article.authors, [&](const auto& name) { return text::fold(name) == source; });
}

// What is found in the body stays in it.
void read_body_parts(Article& article, Origins* origins) {
    std::string body = article.body;
    take_body_parts(article, origins);
    article.body = std::move(body);
}

void check(Article& article) {
    if (!article.body.empty()) return;
    if (!article.summary.empty())
        add_problem(article, "summary-only", "body", "there is a summary, but no text");
    else if (article.headline.empty())
        add_problem(article, "empty", "", "there is neither a headline nor a text");
}

}  // namespace

Article complete(core::Draft draft) {
    auto& article = draft.article;
    Origins origins;
    Origins* const why = draft.why ? &origins : nullptr;
    Watch watch(article, why);
    watch.forget();  // what the format states is worth a note too
    if (draft.verbatim) {
        tidy(article);
        watch.step("stated by the format");
        article.origins = std::move(origins);
        return std::move(article);
    }
    take_fragment(draft.headline_html, article.headline);
    take_fragment(draft.summary_html, article.summary);
    take_fragment(draft.body_html, article.body);
    read_dates(draft.published, "published", draft.seen, article.published, article);
    read_dates(draft.updated, "updated", draft.seen, article.updated, article);
    watch.step("stated by the format");
    if (!draft.page.empty()) read_page(draft.page, article, why);
    if (!draft.story.empty())
        read_story(draft.story, article, why);
    else if (draft.whole_body)
        read_body_parts(article, why);
    else if (!article.entities_given)
        take_body_parts(article, why);
    check_date(article.published, "published", draft.latest, article);
    check_date(article.updated, "updated", draft.latest, article);
    if (article.url.empty()) article.url = std::move(draft.address);
    tidy(article);
    watch.step("elsewhere");
    sift_authors(article);
    read_names(article);
    watch.step("names in the byline");
    article.origins = std::move(origins);
    tidy_list(article.authors);
    check(article);
    return std::move(article);
}

}  // namespace morgue::extract

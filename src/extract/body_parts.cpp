#include "extract/body_parts.hpp"

#include <algorithm>

#include "extract/dateline_head.hpp"
#include "extract/extract.hpp"
#include "extract/watch.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t longest_byline = 200, longest_run_in_byline = 120;

void erase_front(std::string& body, std::size_t length) {
    length = std::min(body.find_first_not_of(" \n\t\r", length), body.size());
    body.erase(0, length);
}

// "By Jane Doe" as the first paragraph.
void take_byline(Article& article) {
    const auto end = article.body.find('\n');
    if (end == std::string::npos || end > longest_byline) return;
    const auto line = std::string_view(article.body).substr(0, end);
    if (!is_byline(line)) return;
    const auto byline = text::one_line(line);
    if (!article.byline.empty() &&
        text::fold(article.byline).find(text::fold(byline)) == std::string::npos &&
        read_byline(article.byline).authors != read_byline(byline).authors)
        return;
    if (article.byline.empty()) article.byline = byline;
    erase_front(article.body, end);
}

// "By Jane Doe LONDON (Reuters) - Text": run in before a dateline that has a sign of its own.
std::size_t run_in_byline(std::string_view body) {
    if (!body.starts_with("By ") && !body.starts_with("BY ")) return 0;
    for (auto at = body.find(' ', 3); at < longest_run_in_byline; at = body.find(' ', at + 1)) {
        if (at + 1 >= body.size() || body[at + 1] < 'A' || body[at + 1] > 'Z') continue;
        if (!is_byline(body.substr(0, at))) continue;
        const auto dateline = read_dateline(body.substr(at + 1));
        if (dateline && !dateline->agency.empty() &&
            text::upper(dateline->text.substr(0, 3)) == dateline->text.substr(0, 3))
            return at + 1;
    }
    return 0;
}

// Whether a dateline found in the body is the one that the format gave.
bool is_same_place(const std::string& given, const Dateline& found) {
    return text::fold(read_given_dateline(given).located) == text::fold(found.located);
}

void fill(Article& article, const std::string& located, const std::string& agency,
          const std::optional<Date>& date) {
    if (article.located.empty()) article.located = located;
    if (article.source.empty()) article.source = agency;
    if (!article.published) article.published = date;
}

void take_dateline(Article& article) {
    const auto byline = article.byline.empty() ? run_in_byline(article.body) : 0;
    const auto found = read_dateline(std::string_view(article.body).substr(byline));
    if (!found || byline + found->length >= article.body.size()) return;
    if (article.dateline.empty())
        article.dateline = found->text;
    else if (!is_same_place(article.dateline, *found))
        return;
    fill(article, found->located, found->agency, found->date);
    if (byline > 0) article.byline = text::one_line(article.body.substr(0, byline));
    erase_front(article.body, byline + found->length);
}

// A format may give as the dateline what begins with one and runs on into the text; a dash alone
// ("KANSAS CITY, Mo. - March 13 -") is no sign that it does.
void split_given_dateline(Article& article) {
    if (article.dateline.empty()) return;
    const auto found = read_dateline(article.dateline);
    if (!found || found->length >= article.dateline.size()) return;
    if (found->agency.empty() && found->text.find_first_of("0123456789") == std::string::npos)
        return;
    auto rest = article.dateline.substr(found->length);
    rest.erase(rest.find_last_not_of(" \n\t\r") + 1);
    article.body = article.body.empty() ? rest : rest + ' ' + article.body;
    article.dateline = found->text;
}

void read_given_parts(Article& article) {
    if (article.dateline.empty()) return;
    const auto given = read_given_dateline(article.dateline);
    fill(article, given.located, given.agency, given.date);
}

}  // namespace

void take_body_parts(Article& article, Origins* origins) {
    Watch watch(article, origins);
    const auto rights = take_rights(article.body);
    if (article.copyright.empty()) article.copyright = rights.copyright;
    if (article.source.empty()) article.source = rights.source;
    watch.step("rights line that ends the text");
    take_byline(article);
    watch.step("first paragraph of the text");
    split_given_dateline(article);
    read_given_parts(article);
    watch.step("dateline as given");
    take_dateline(article);
    watch.step("dateline that begins the text");
}

}  // namespace morgue::extract

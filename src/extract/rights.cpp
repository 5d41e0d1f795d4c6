// Rights lines stand at the very end, so they are peeled off it, one layer at a time: an end mark,
// an agency's disclaimer, a rights line, until a layer is text.
#include <algorithm>

#include "extract/agencies.hpp"
#include "extract/extract.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t most_layers = 8, longest_line = 400, longest_run_in = 160;
constexpr std::size_t longest_mark = 16;

// clang-format off
constexpr std::string_view end_marks[]{
    "reuter", "reuters", "ends", "end", "-ends-", "-end-", "(ends)", "(end)", "/ends", "-0-", "-30-", "- 30 -",
    "###", "# # #", "***", "* * *", "xxx", "nnnn", "30", "--30--", "—30—", "–30–", "[ends]",
};
// What a sentence at the end says when it speaks of the story and not of the news.
constexpr std::string_view disclaimers[]{
    "automatic news agency feed",          "automated news agency feed",    "from a syndicated feed",
    "from a wire agency feed",             "news agency feed without",      "without edits to text",
    "has not been edited by",              "without modifications to the text",
    "without edits to the text",
};
// With what such a sentence begins, which may follow a rights line without a full stop.
constexpr std::string_view disclaimer_starts[]{
    "This article ", "This story ", "This report ", "This content ", "This copy ", "(This ", "[This ",
    "Except for the headline", "Disclaimer:", "DISCLAIMER:", "The article ", "The story ", "Published from ",
};
constexpr std::string_view rights_phrases[]{
    "all rights reserved",           "material may not be published",       "may not be reproduced without",
    "alle rechte vorbehalten",       "tous droits reserves",                "todos los derechos reservados",
    "tutti i diritti riservati",     "todos os direitos reservados",        "alle rechten voorbehouden",
    "unauthorised reproduction",     "unauthorized reproduction",           "reproduction in whole or in part",
    "click for restrictions",
};
constexpr std::string_view rights_marks[]{"\u00A9", "(c)", "(C)", "Copyright", "COPYRIGHT", "copyright \u00A9"};
// clang-format on

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

void trim_end(std::string& body) {
    while (!body.empty() && is_blank(body.back())) body.pop_back();
}

bool ends_sentence(char c) {
    return std::string_view(".!?\"')]").find(c) != std::string_view::npos;
}

// Whether a sentence may begin at `at`: after a line end, a full stop or a closing quotation mark.
bool begins_sentence(std::string_view body, std::size_t at) {
    if (at == 0) return true;
    if (body[at - 1] == '\n') return true;
    if (!is_blank(body[at - 1])) return false;
    auto before = body.substr(0, at);
    while (!before.empty() && is_blank(before.back())) before.remove_suffix(1);
    return before.empty() || ends_sentence(before.back()) || before.ends_with("\u201D");
}

std::size_t line_begin(std::string_view body) {
    const auto at = body.find_last_of('\n');
    return at == body.npos ? 0 : at + 1;
}

bool take_end_mark(std::string& body) {
    const auto begin = line_begin(body);
    const auto line = trimmed(std::string_view(body).substr(begin));
    const auto low = text::lower(line.substr(line.size() - std::min(line.size(), longest_mark)));
    for (const auto mark : end_marks) {
        const bool whole = line.size() < longest_mark && low == mark;
        const bool own_line = whole && (begin > 0 || mark.size() > 2);
        // Run in, only what cannot be the last word of a sentence.
        const bool run_in = mark != "30" && mark != "end" && low.size() > mark.size() &&
                            low.ends_with(mark) && low[low.size() - mark.size() - 1] == ' ' &&
                            begins_sentence(body, body.size() - mark.size());
        if (!own_line && !run_in) continue;
        body.resize(own_line ? begin : body.size() - mark.size());
        return true;
    }
    return false;
}

template <std::size_t size>
bool holds_any(std::string_view text, const std::string_view (&phrases)[size]) {
    const auto folded = text::fold(text);
    return std::any_of(std::begin(phrases), std::end(phrases),
                       [&](auto phrase) { return folded.find(phrase) != folded.npos; });
}

// Where the last sentence of the body begins; a full stop after an abbreviation may cut it short.
std::size_t last_sentence(std::string_view body) {
    const auto least = std::max(
        line_begin(body), body.size() > longest_line ? body.size() - longest_line : std::size_t{0});
    for (auto at = body.size() - 1; at > least; --at)
        if (is_blank(body[at - 1]) && !is_blank(body[at]) && begins_sentence(body, at)) return at;
    return least;
}

// "This story has not been edited ...", which says nothing of the rights and is dropped.
bool take_disclaimer(std::string& body) {
    const auto least =
        std::max(line_begin(body), body.size() - std::min(body.size(), longest_line));
    auto begin = body.npos;
    for (const auto start : disclaimer_starts) begin = std::min(begin, body.find(start, least));
    for (const auto at : {begin, last_sentence(body)}) {
        if (at == body.npos) continue;
        const auto sentence = std::string_view(body).substr(at);
        if (sentence.size() > longest_line || !holds_any(sentence, disclaimers)) continue;
        body.resize(at);
        return true;
    }
    return false;
}

void put_before(std::string& text, const std::string& line) {
    text = text.empty() ? line : line + ' ' + text;
}

// "All rights reserved." by itself.
bool take_rights_phrase(std::string& body, Rights& rights) {
    const auto begin = last_sentence(body);
    const auto sentence = std::string_view(body).substr(begin);
    if (sentence.size() > longest_line || !holds_any(sentence, rights_phrases)) return false;
    put_before(rights.copyright, text::one_line(sentence));
    body.resize(begin);
    return true;
}

bool is_year(std::string_view text) {
    return text.size() >= 4 && (text.starts_with("19") || text.starts_with("20")) &&
           text.substr(2, 2).find_first_not_of("0123456789") == text.npos;
}

std::size_t word_count(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        count += !is_blank(c) && !inside;
        inside = !is_blank(c);
    }
    return count;
}

bool starts_with_any_case(std::string_view text, std::string_view low) {
    return text::lower(text.substr(0, low.size())) == low;
}

// "2025 Bloomberg MP" of "© 2025 Bloomberg MP".
std::string_view holder_and_year(std::string_view line) {
    for (bool more = true; more;) {
        more = false;
        line = trimmed(line);
        for (const std::string_view mark : {"\u00A9", "(c)", "copyright", "by ", ",", ":"})
            if (starts_with_any_case(line, mark)) {
                line.remove_prefix(mark.size());
                more = true;
            }
    }
    return line;
}

std::string_view without_years(std::string_view text) {
    while (!text.empty() && std::string_view("0123456789-, /").find(text.front()) != text.npos)
        text.remove_prefix(1);
    return starts_with_any_case(text, "by ") ? text.substr(3) : text;
}

// The publication or agency that holds the rights.
std::string holder_of(std::string_view line) {
    auto holder = without_years(holder_and_year(line));
    holder = holder.substr(0, holder.find_first_of(".,;|(-\n"));
    auto agency = leading_agency(holder);
    for (const std::string_view article : {"the ", "THE ", "The "})
        if (holder.starts_with(article)) agency = leading_agency(holder.substr(article.size()));
    if (agency.length > 0) return std::string(agency.name);
    if (holder.starts_with("the ")) holder.remove_prefix(4);  // no part of the name
    for (const std::string_view ending : {" all rights", " All rights", " All Rights", " Alle "})
        holder = holder.substr(0, holder.find(ending));
    holder = trimmed(holder);
    return word_count(holder) <= 6 && is_publication(holder) ? std::string(holder) : std::string();
}

// Whether a text that begins with a rights mark is a rights line and not a sentence about one.
bool is_rights_line(std::string_view line) {
    const auto rest = holder_and_year(line);
    if (rest.empty()) return false;
    if (is_year(rest)) return true;
    if (!agency_name(rest.substr(0, rest.find_first_of(",.("))).empty()) return true;
    if (leading_agency(rest).length > 0 && word_count(rest) <= 8) return true;
    std::size_t at = 0;
    const bool name = text::is_upper(text::decode(rest, at));
    if (holds_any(rest, rights_phrases)) return true;
    return name && line.starts_with("\u00A9") && word_count(rest) <= 6;
}

// Where the rights line that ends the body begins; npos if there is none.
std::size_t rights_begin(std::string_view body) {
    const auto start = line_begin(body);
    const auto least = body.size() - start > longest_line ? body.size() - longest_line : start;
    auto earliest = body.npos;
    for (const auto mark : rights_marks) {
        for (auto at = body.find(mark, least); at != body.npos; at = body.find(mark, at + 1)) {
            const bool sign = mark.front() != 'C' && mark.front() != '(';
            if (!sign && !begins_sentence(body, at)) continue;
            const auto line = body.substr(at);
            const bool own_line = trimmed(body.substr(start, at - start)).empty();
            if (line.size() > (own_line ? longest_line : longest_run_in)) continue;
            if (is_rights_line(line)) earliest = std::min(earliest, at);
        }
    }
    return earliest;
}

bool take_rights_line(std::string& body, Rights& rights) {
    const auto begin = rights_begin(body);
    if (begin == body.npos) return false;
    const auto line = text::one_line(std::string_view(body).substr(begin));
    put_before(rights.copyright, line);
    if (const auto holder = holder_of(line); !holder.empty()) rights.source = holder;
    body.resize(begin);
    return true;
}

}  // namespace

bool is_rights_notice(std::string_view line) {
    for (const auto mark : rights_marks)
        if (const auto at = line.find(mark); at < 40 && is_rights_line(line.substr(at))) return true;
    return false;
}

std::string rights_holder(std::string_view line) {
    return holder_of(line);
}

Rights take_rights(std::string& body) {
    Rights rights;
    for (std::size_t layer = 0; layer < most_layers; ++layer) {
        trim_end(body);
        if (body.empty()) break;
        if (!take_end_mark(body) && !take_disclaimer(body) && !take_rights_line(body, rights) &&
            !take_rights_phrase(body, rights))
            break;
    }
    trim_end(body);
    return rights;
}

}  // namespace morgue::extract

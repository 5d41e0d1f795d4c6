#include "extract/headline.hpp"

#include <algorithm>

#include "extract/agencies.hpp"
#include "extract/date_line.hpp"
#include "extract/extract.hpp"
#include "extract/name_case.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t longest_headline = 250, widest_wrapped_headline = 100;

void skip_blank(Lines& lines) {
    while (!lines.empty() && lines.front().blank()) lines = lines.subspan(1);
}

// A dateline that is sure enough to say that no headline stands before it. It ends in the first
// line, or in the second where a parenthesis or a list of places is broken between them.
bool begins_with_dateline(Lines lines) {
    auto text = lines.front().text;
    const bool broken = text.ends_with(',') || text.rfind('(') + 1 > text.rfind(')') + 1;
    if (broken && lines.size() > 1 && lines[1].indent == 0)
        text = {text.data(),
                std::size_t(lines[1].text.data() - text.data()) + lines[1].text.size()};
    const auto dateline = read_dateline(text);
    return dateline && (!dateline->agency.empty() ||
                        dateline->text.find_first_of("0123456789") != std::string::npos);
}

bool ends_sentence(std::string_view text) {
    while (text.ends_with('"') || text.ends_with('\'') || text.ends_with(')'))
        text.remove_suffix(1);
    if (text.ends_with("\u201D")) text.remove_suffix(3);
    return text.ends_with('.') && !text.ends_with("...");
}

bool begins_lower(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && text::is_lower(text::decode(text, at));
}

// The lines up to the next blank or indented one.
Lines first_block(Lines lines) {
    std::size_t count = 1;
    while (count < lines.size() && !lines[count].blank() && lines[count].indent == 0) ++count;
    return lines.first(count);
}

bool is_credit(std::string_view text) {
    return is_byline(text) || !agency_name(text).empty();
}

// A story of one block has no headline if its first line was wrapped like the others.
bool is_prose(Lines block) {
    if (block.size() == 1) return ends_sentence(block[0].text);
    std::size_t width = 0;
    for (const auto& line : block) width = std::max(width, text::code_points(line.text));
    if (begins_lower(block[1].text)) return true;
    return ends_sentence(block[0].text) ||
           (width <= widest_wrapped_headline && is_wrapped_at(block[0], block[1], width) &&
            !is_credit(block[1].text));
}

bool is_all_there_is(Lines block, Lines lines) {
    return std::all_of(lines.begin() + std::ptrdiff_t(block.size()), lines.end(),
                       [](const Line& line) { return line.blank(); });
}

// Whether the second line of a headline's block goes on with the headline.
bool continues(std::string_view line, std::string_view next) {
    if (begins_lower(next) || line.ends_with(',') || line.ends_with(" -") || line.ends_with("--"))
        return true;
    return is_all_capitals(line) && is_all_capitals(next);
}

// "DEV-MUC3-0001 (NOSC)", "0105": capitals and digits, no word.
std::string_view identifier_in(std::string_view line) {
    const auto end = std::min(line.find(' '), line.size());
    const auto token = line.substr(0, end);
    auto rest = line.substr(end);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (!rest.empty() && (rest.front() != '(' || rest.find(')') != rest.size() - 1)) return {};
    const bool plain =
        token.find_first_not_of(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./:#") == token.npos;
    const bool numbered = token.find_first_of("0123456789") != token.npos;
    return plain && numbered ? token : std::string_view{};
}

}  // namespace

void take_identifier(Lines& lines, Article& article) {
    skip_blank(lines);
    if (lines.empty()) return;
    const auto identifier = identifier_in(lines.front().text);
    if (identifier.empty()) return;
    auto rest = lines.subspan(1);
    skip_blank(rest);
    if (rest.empty() || !begins_with_dateline(rest)) return;
    if (article.guid.empty()) article.guid = identifier;
    lines = rest;
}

void take_headline(Lines& lines, Article& article) {
    skip_blank(lines);
    if (lines.empty()) return;
    const auto first = lines.front().text;
    if (!article.headline.empty()) {  // printed once more above the text
        if (text::fold(text::one_line(article.headline)) == text::fold(text::one_line(first)))
            lines = lines.subspan(1);
        return;
    }
    const auto block = first_block(lines);
    if (text::code_points(first) > longest_headline || is_byline(first) ||
        begins_with_dateline(lines) || (is_all_there_is(block, lines) && is_prose(block)))
        return;
    article.headline = first;
    std::size_t count = 1;
    const bool short_block = block.size() == 2 && !is_all_there_is(block, lines);
    const auto second = short_block ? block[1].text : std::string_view{};
    if (short_block && text::code_points(second) <= widest_wrapped_headline &&
        !ends_sentence(second) && !is_credit(second) && !begins_with_dateline(lines.subspan(1))) {
        ++count;
        if (continues(first, second))
            article.headline += ' ' + std::string(second);
        else if (is_date_line(second))
            --count;
        else if (article.subheadline.empty())
            article.subheadline = second;
    }
    lines = lines.subspan(count);
}

}  // namespace morgue::extract

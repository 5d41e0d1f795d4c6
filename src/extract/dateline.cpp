// A dateline is a place, then perhaps a region, a day and the sender, then a dash. The dash is
// looked for first; what stands before it has to be such a head, and has to carry a sign (a day,
// a known agency, capitals) that tells it from the first words of a sentence.
#include <algorithm>

#include "extract/agencies.hpp"
#include "extract/date_names.hpp"
#include "extract/dateline_head.hpp"
#include "extract/extract.hpp"
#include "extract/name_case.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t longest_head = 160;
constexpr std::size_t enough_after = 200;  // to see whether a text is set in capitals

// Words in capitals before a dash that are labels, not places.
constexpr std::string_view labels =
    "breaking update exclusive video watch opinion analysis live correction advisory note editors "
    "editor comment "
    "review interview profile feature factbox timeline explainer text report audio photo photos "
    "gallery podcast "
    "newsletter sponsored advertisement urgent alert flash bulletin column corrected refile repeat "
    "business sport sports weather politics spotlight eilmeldung kommentar urgente opinion "
    "exclusif "
    "rpt adv embargoed exclusivo directo vivo ultima atualizacao brief briefs roundup preview "
    "recap obituary editorial letters fact";

struct Dash {
    std::size_t begin = 0, end = 0;  // the blanks around it included
};

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// How many bytes of dash stand at `at`: "-", "--", "–", "—", "―", and "_" as some wires have it.
std::size_t dash_length(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    if (rest.starts_with("\u2013") || rest.starts_with("\u2014") || rest.starts_with("\u2015"))
        return 3;
    if (rest.starts_with("_ ") && at > 0 && is_blank(text[at - 1])) return 1;
    std::size_t length = 0;
    while (length < rest.size() && rest[length] == '-') ++length;
    return length <= 3 ? length : 0;
}

// A lone hyphen parts only with a blank on both sides; a blank may lack after ")", "/" or a day.
bool parts(std::string_view text, std::size_t at, std::size_t length) {
    if (text[at] != '-' || length > 1) return true;
    const char before = at > 0 ? text[at - 1] : '\0';
    const bool blank_after = at + 1 >= text.size() || is_blank(text[at + 1]);
    if (is_blank(before)) return blank_after || (at > 1 && text[at - 2] == ')');
    if (before == '.') return blank_after;  // ".- ", as Spanish print has it
    return (before == ')' && at > 0) || (blank_after && before >= '0' && before <= '9');
}

// How far a dateline may reach: it stands in one paragraph.
std::size_t most_reach(std::string_view text, std::size_t from) {
    const auto most = std::min(text.size(), from + longest_head);
    for (auto at = text.find('\n', from); at < most; at = text.find('\n', at + 1))
        if (at + 1 < text.size() && is_blank(text[at + 1])) return at;
    return most;
}

// The first dash outside of parentheses that may end a dateline.
std::optional<Dash> find_dash(std::string_view text, std::size_t from) {
    const auto most = most_reach(text, from);
    bool inside = false;
    for (auto at = from; at < most; ++at) {
        if (text[at] == '(') inside = true;
        if (text[at] == ')') inside = false;
        const auto length = inside ? 0 : dash_length(text, at);
        if (length == 0) continue;
        if (!parts(text, at, length)) {
            at += length - 1;
            continue;
        }
        Dash dash{at, at + length};
        if (at > from && text[at] == '-' && text[at - 1] == '.') --dash.begin;
        while (dash.begin > from && is_blank(text[dash.begin - 1])) --dash.begin;
        while (dash.end < text.size() && is_blank(text[dash.end])) ++dash.end;
        return dash;
    }
    return std::nullopt;
}

bool is_label(std::string_view place) {
    const auto folded = text::fold(place);
    for (std::size_t at = 0; at < folded.size();) {
        const auto end = std::min(folded.find(' ', at), folded.size());
        if (lists(labels, std::string_view(folded).substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

// Whether the head tells itself from a sentence.
bool has_sign(const DatelineHead& head, std::string_view after) {
    if (!head.agency.empty()) return true;
    if (is_label(head.place)) return false;
    if (head.day_apart) return true;
    // A story set in capitals has none that stand out; a headline's dash stands in its middle.
    if (after.empty() || is_all_capitals(after.substr(0, after.find('\n')))) return false;
    return !head.day.empty() || (is_all_capitals(head.place) && head.place.size() >= 3);
}

Dateline made(const DatelineHead& head, std::string_view text, std::size_t length) {
    Dateline dateline;
    dateline.length = length;
    dateline.text = text::one_line(text.substr(0, length));
    dateline.located = located_name(head.place);
    dateline.agency = head.agency.empty() ? head.provider : head.agency;
    dateline.date = head.date;
    return dateline;
}

// "NEW YORK--(BUSINESS WIRE)--Text": the sender stands between two dashes.
std::size_t end_of_second_sender(std::string_view text, std::size_t at, std::string& agency) {
    if (at >= text.size() || text[at] != '(') return at;
    const auto close = text.find(')', at);
    if (close == text.npos || close - at > 40) return at;
    const auto name = agency_name(text.substr(at + 1, close - at - 1));
    const auto length = close + 1 < text.size() ? dash_length(text, close + 1) : 0;
    if (name.empty() || length == 0) return at;
    agency = name;
    auto end = close + 1 + length;
    while (end < text.size() && is_blank(text[end])) ++end;
    return end;
}

std::optional<Dateline> with_dash(std::string_view body, std::size_t begin) {
    const auto dash = find_dash(body, begin);
    if (!dash) return std::nullopt;
    const auto line = text::one_line(body.substr(begin, dash->begin - begin));
    auto head = read_dateline_head(line);
    if (!head) return std::nullopt;
    const auto end = end_of_second_sender(body, dash->end, head->agency);
    if (!has_sign(*head, body.substr(end))) return std::nullopt;
    return made(*head, body, end);
}

// Where the text begins behind the stops and dashes that end a dateline: ").-", "/."
std::size_t end_of_marks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto dash = dash_length(text, at);
        if (dash == 0 && !is_blank(text[at]) && text[at] != '.' && text[at] != ':') break;
        at += std::max<std::size_t>(dash, 1);
    }
    return at;
}

// "CARACAS (Reuters) Text", "MOSCOW, March 3 /TASS/. Text": the agency does for the dash.
std::optional<Dateline> with_agency(std::string_view body, std::size_t begin) {
    const auto head_end = most_reach(body, begin);
    const auto open = body.find_first_of("(/", begin);
    if (open >= head_end) return std::nullopt;
    const auto close = body.find(body[open] == '(' ? ')' : '/', open + 1);
    if (close == body.npos || close >= head_end) return std::nullopt;
    const auto line = text::one_line(body.substr(begin, close + 1 - begin));
    const auto head = read_dateline_head(line);
    if (!head || head->agency.empty()) return std::nullopt;
    return made(*head, body, end_of_marks(body, close + 1));
}

// "(Reuters) - Oil prices rose": the agency alone, or before the rest: "(ANSA) - ROMA, 3 LUG - ".
std::optional<Dateline> with_agency_first(std::string_view body, std::size_t begin) {
    if (body[begin] != '(') return std::nullopt;
    const auto close = body.find(')', begin);
    if (close >= std::min(body.size(), begin + longest_head)) return std::nullopt;
    const auto agency = agency_name(body.substr(begin + 1, close - begin - 1));
    const auto end = end_of_marks(body, close + 1);
    const auto marks = body.substr(close + 1, end - close - 1);
    if (agency.empty() || marks.find_first_not_of(" \n\t\r") == marks.npos) return std::nullopt;
    auto dateline = with_dash(body, end).value_or(Dateline{});
    dateline.length = std::max(dateline.length, end);
    dateline.text = text::one_line(body.substr(0, dateline.length));
    dateline.agency = agency;
    return dateline;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view body) {
    std::size_t begin = 0;
    while (begin < body.size() && is_blank(body[begin])) ++begin;
    if (begin == body.size()) return std::nullopt;
    body = body.substr(0, begin + longest_head + enough_after);
    if (auto found = with_agency_first(body, begin)) return found;
    if (auto found = with_dash(body, begin)) return found;
    return with_agency(body, begin);
}

}  // namespace morgue::extract

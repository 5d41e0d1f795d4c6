#include "extract/date_line.hpp"

#include "extract/date_names.hpp"
#include "extract/date_tokens.hpp"
#include "extract/extract.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t longest_date_line = 80;

bool belongs_to_date(std::string_view word) {
    return month_number(word) != 0 || is_weekday(word) || leads_to_date(word) || joins_date(word) ||
           joins_clock(word) || zone_offset(word) ||
           lists("am pm a p m h uhr et ct mt pt r o clock hours hrs local time", word);
}

}  // namespace

bool is_date_line(std::string_view line) {
    if (line.size() > longest_date_line) return false;
    const DateTokens tokens(line);
    bool number = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].is_word() && !belongs_to_date(tokens[i].text)) return false;
        number = number || tokens[i].kind == DateToken::Kind::number;
    }
    return number && read_date(line).has_value();
}

}  // namespace morgue::extract

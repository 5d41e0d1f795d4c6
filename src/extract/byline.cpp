// "By Jane Doe in Beirut and John Roe, Associated Press": what introduces it is taken off, it is
// cut at what parts names, and each piece is a name, an agency or neither.
#include <algorithm>
#include <array>

#include "extract/agencies.hpp"
#include "extract/date_names.hpp"
#include "extract/extract.hpp"
#include "extract/name_case.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t longest_byline = 400, longest_name = 60, most_name_words = 6;
constexpr std::size_t most_byline_words = 20;

// clang-format off
constexpr std::array introductions{  // the longer ones first
    std::string_view{"written by"}, std::string_view{"reported by"}, std::string_view{"reporting by"},
    std::string_view{"story by"},   std::string_view{"text by"},     std::string_view{"posted by"},
    std::string_view{"author"},     std::string_view{"authors"},     std::string_view{"byline"},
    std::string_view{"text von"},   std::string_view{"autor:"},      std::string_view{"autorin:"},
    std::string_view{"autora:"},    std::string_view{"auteur:"},     std::string_view{"auteure:"},
    std::string_view{"by"},         std::string_view{"von"},         std::string_view{"par"},
    std::string_view{"por"},        std::string_view{"di"},          std::string_view{"door"},
    std::string_view{"av"},         std::string_view{"af"},
};
// Each stands as a word between two names; "with" and the like too, as both wrote it.
constexpr std::string_view and_words = "and und et y e en och og i и with mit avec con";
// Where one of these begins, the name has ended.
constexpr std::string_view ending_words =
    "in for of at from aus für fur pour para desde edited published updated posted on photographs photos photo foto fotos im hace illustration illustrationen";
// What a form prints where it knows no author.
constexpr std::string_view placeholders[]{"no author", "unknown", "unknown author", "none", "null", "undefined"};
constexpr std::string_view small_words =
    "the a de da di du la le van von der den del della dos das bin ibn al el ter ten zu";
constexpr std::string_view never_first = "a an this that these our its his her how what when why end far then now no";
constexpr std::string_view suffixes = "jr sr ii iii iv";
constexpr std::string_view degrees = "phd ph.d md m.d ma mba dr rn msc esq";
// clang-format on

std::string_view trim(std::string_view text, std::string_view set = " .,:;|*-/") {
    const auto begin = text.find_first_not_of(set);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(set) - begin + 1);
}

// How many bytes the "By " of a byline takes; 0 if there is none.
std::size_t introduction_length(std::string_view text) {
    const auto low = text::fold(text.substr(0, 24));
    for (const auto word : introductions) {
        if (!low.starts_with(word) || low.size() == word.size()) continue;
        auto end = word.size();
        if (low[end] == ':') ++end;
        if (end < low.size() && low[end] == ' ') return end + 1;
        if (end > word.size()) return end;
    }
    return 0;
}

// Takes "(...)" and "<...>" out of the text; what a parenthesis holds goes to `inner`.
std::string without_brackets(std::string_view text, std::string& inner) {
    std::string out;
    char closing = 0;
    for (const char c : text) {
        if (closing == 0 && (c == '(' || c == '<' || c == '['))
            closing = c == '(' ? ')' : c == '<' ? '>' : ']';
        else if (c == closing)
            closing = 0, out += ' ', inner += ' ';
        else
            (closing == 0 ? out : inner) += c;
    }
    return out;
}

bool is_address(std::string_view word) {
    return word.find('@') != word.npos || word.starts_with("http") || word.starts_with("www.");
}

struct Piece {
    std::string text;
    char before = '\0';  // the mark that parts it from the piece before
};

// Cuts a byline into the pieces between commas, bars and words like "and".
class Cutter {
public:
    // A name that nothing introduces may be an organisation's: it is not ended after one word.
    explicit Cutter(bool introduced) : introduced_(introduced) {}

    std::vector<Piece> cut(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find_first_of(" ,;|/&\t", at), text.size());
            add_word(text.substr(at, end - at));
            if (end < text.size() && text[end] != ' ' && text[end] != '\t') finish(text[end]);
            at = end + 1;
        }
        finish('\0');
        return std::move(pieces_);
    }

private:
    void add_word(std::string_view word) {
        if (word.empty()) return;
        if (is_address(word)) {  // "Jane Doe @jdoe John Roe"
            if (word[0] == '@') finish('&');
            return;
        }
        const auto folded = text::fold(word.substr(0, word.size() - word.ends_with(':')));
        const bool initial = word.size() > 1 && word.back() == '.';
        const bool dash = word == "-" || word == "–" || word == "—" || word == "•" || word == "·";
        if (dash || (!initial && lists(and_words, folded) &&
                     (text::is_lower(first(word)) || word.size() > 1))) {
            finish(dash ? '|' : '&');
        } else if (may_end() && (lists(ending_words, folded) || begins_date(folded))) {
            finish('\0');
            skipping_ = true;
        } else if (!skipping_) {
            if (!current_.empty()) current_ += ' ';
            current_ += word;
        }
    }

    bool may_end() const {
        return !current_.empty() && (introduced_ || current_.find(' ') != current_.npos);
    }

    static char32_t first(std::string_view word) {
        std::size_t at = 0;
        return text::decode(word, at);
    }

    bool begins_date(std::string_view folded) const {
        return current_.find(' ') != current_.npos && folded.size() >= 3 &&
               month_number(folded) != 0 && folded != "may" && folded != "mar" && folded != "jan";
    }

    void finish(char mark) {
        skipping_ = false;
        if (const auto text = trim(current_, " .,:;|*-"); !text.empty())
            pieces_.push_back(
                {std::string(current_.back() == '.' ? trim(current_, " ,:;|*-") : text), before_});
        if (!current_.empty() || mark != '\0') before_ = mark;
        current_.clear();
    }

    std::vector<Piece> pieces_;
    std::string current_;
    char before_ = '\0';
    bool skipping_ = false;
    bool introduced_;
};

std::vector<Piece> pieces_of(std::string_view text, bool introduced) {
    return Cutter(introduced).cut(text);
}

std::size_t word_count(std::string_view text) {
    return std::size_t(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool starts_upper(std::string_view word) {
    std::size_t at = 0;
    if (word.empty()) return false;
    const auto c = text::decode(word, at);
    return text::is_upper(c) || (text::is_letter(c) && !text::is_lower(c));
}

// "d'AFFLISIO", "al-Khalidi", "de'Medici"
bool starts_name_particle(std::string_view word) {
    const auto end = word.find_first_of("'-");
    return end != word.npos && end <= 3 && starts_upper(word.substr(end + 1));
}

bool has_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (text::is_letter(text::decode(text, at))) return true;
    return false;
}

bool is_placeholder(std::string_view folded) {
    const bool label = folded.size() > 6 && leads_to_date(folded);  // "Published"
    return label || std::find(std::begin(placeholders), std::end(placeholders), folded) !=
                        std::end(placeholders);
}

// Adds a piece to the byline as what it is.
void add_piece(const Piece& piece, Byline& byline) {
    std::string_view text = piece.text;
    const auto folded = text::fold(trim(text));
    if (lists(suffixes, folded) && !byline.authors.empty()) {
        byline.authors.back() += ' ' + std::string(text);
        return;
    }
    if (lists(degrees, folded)) return;
    if (const auto agency = trailing_agency(text); agency.length > 0) {
        const bool whole = agency.length == text.size();
        if (whole || word_count(text) > 2) {
            if (byline.agency.empty()) byline.agency = agency.name;
            text = trim(text.substr(0, text.size() - agency.length), " ,:;|*-");
        }
    }
    if (text.size() < 2 || text.size() > longest_name || word_count(text) > most_name_words) return;
    const bool numbered = text[0] >= '0' && text[0] <= '9';  // a date
    if (numbered || !has_letter(text) || is_role(text) || is_placeholder(folded)) return;
    const bool later = !byline.authors.empty() && piece.before != '&';
    if (later && (is_publication(text) || word_count(text) == 1)) return;
    byline.authors.push_back(person_case(text));
}

// "Doe, Jane", as catalogues print it.
bool is_inverted(const std::vector<Piece>& pieces) {
    if (pieces.size() != 2 || pieces[1].before != ',') return false;
    for (const auto& piece : pieces)
        if (word_count(piece.text) != 1 || !starts_upper(piece.text) || is_role(piece.text) ||
            is_publication(piece.text) || !agency_name(piece.text).empty())
            return false;
    return true;
}

// Whether every word may stand in a byline: a capitalised one, "and", "van", "for the", an agency.
bool has_byline_words(std::string_view text) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        const auto word = trim(text.substr(at, end - at), " .,:;|*()-/");
        at = end + 1;
        if (word.empty() || is_address(word) || word == "–" || word == "—") continue;
        const auto folded = text::fold(word);
        const bool small = lists(and_words, folded) || lists(small_words, folded) ||
                           (words > 0 && lists(ending_words, folded)) ||
                           !agency_name(word).empty() || (words > 0 && is_role(word));
        if (words == 0 && (lists(never_first, folded) || (word[0] >= '0' && word[0] <= '9')))
            return false;
        if (!small && !starts_upper(word) && !starts_name_particle(word)) return false;
        if (++words > most_byline_words) return false;
    }
    return words > 0;
}

bool are_names(const std::vector<std::string>& names, std::size_t least_words) {
    for (const auto& name : names)
        if (word_count(name) < least_words || word_count(name) > 5) return false;
    return true;
}

// "Jane Doe, Staff Writer", "Jane Doe | Reuters": a name and what she is.
bool is_signed(std::string_view line) {
    const auto pieces = pieces_of(line, false);
    if (pieces.size() != 2 || !has_byline_words(line)) return false;
    const auto &name = pieces[0].text, &job = pieces[1].text;
    if (word_count(name) < 2 || word_count(name) > 4 || is_role(name) || is_publication(name))
        return false;
    return !agency_name(job).empty() || (word_count(job) <= 3 && is_role(job));
}

}  // namespace

Byline read_byline(std::string_view text) {
    Byline byline;
    if (text.size() > 4 * longest_byline) return byline;
    const auto line = text::compose(text::one_line(text));
    std::string inner;
    const auto introduction = introduction_length(line);
    const auto plain = without_brackets(std::string_view(line).substr(introduction), inner);
    const auto pieces = pieces_of(plain, introduction > 0);
    if (is_inverted(pieces)) {
        byline.authors = {pieces[1].text + ' ' + pieces[0].text};
        return byline;
    }
    for (const auto& piece : pieces) add_piece(piece, byline);
    if (byline.authors.empty() && byline.agency.empty() && pieces.empty())
        for (const auto& piece : pieces_of(inner, false))
            add_piece(piece, byline);  // a@b.org (Jane Doe)
    if (byline.agency.empty()) byline.agency = agency_name(trim(inner));
    return byline;
}

bool is_byline(std::string_view line) {
    if (line.size() > longest_byline) return false;
    const auto text = text::compose(text::one_line(line));
    if (text.empty() || text.back() == '?' || text.back() == '!' || text.back() == ':')
        return false;
    const auto begin = introduction_length(text);
    if (begin == 0) return is_signed(text);
    const auto rest = std::string_view(text).substr(begin);
    if (!has_byline_words(rest)) return false;
    const auto byline = read_byline(text);
    if (text::fold(rest.substr(0, 4)) == "the " && byline.agency.empty()) return false;
    const bool english = (text[0] | 0x20) == 'b' || begin > 6;
    return are_names(byline.authors, english ? 1 : 2) &&
           (!byline.authors.empty() || !byline.agency.empty() || is_role(rest));
}

}  // namespace morgue::extract

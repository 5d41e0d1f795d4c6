#include "query/lex.hpp"

#include <array>
#include <charconv>

#include "text/utf8.hpp"

namespace morgue::query {

namespace {

using Kind = Token::Kind;

using Function = Token::Function;

struct Operator {
    std::string_view name;
    Kind kind;
    bool takes_distance;
    bool needs_distance;  // a bare W or PRE is a word
    bool ordered;
};

struct FunctionName {
    std::string_view name;
    Function function;
    bool takes_number;
};

// clang-format off
constexpr std::array<Operator, 7> operators{{
    {"AND",  Kind::op_and,  false, false, false},
    {"OR",   Kind::op_or,   false, false, false},
    {"NOT",  Kind::op_not,  false, false, false},
    {"NEAR", Kind::op_near, true,  false, false},
    {"W",    Kind::op_near, true,  true,  false},
    {"ADJ",  Kind::op_near, true,  false, true},
    {"PRE",  Kind::op_near, true,  true,  true},
}};

constexpr std::array<FunctionName, 5> functions{{
    {"caps",    Function::caps,     false},
    {"allcaps", Function::allcaps,  false},
    {"nocaps",  Function::nocaps,   false},
    {"atleast", Function::at_least, true},
    {"first",   Function::first,    true},
}};
// clang-format on

constexpr std::string_view curly_open = "\u201C", curly_close = "\u201D";

bool is_blank(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Ends a word: blanks, parentheses, quotes of either kind.
bool ends_word(std::string_view query, std::size_t at) {
    const char c = query[at];
    return is_blank(c) || c == '(' || c == ')' || c == '"' ||
           query.substr(at).starts_with(curly_open) || query.substr(at).starts_with(curly_close);
}

std::optional<unsigned> number(std::string_view digits) {
    unsigned value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range) return 1'000'000'000;
    if (error != std::errc{} || stop != digits.data() + digits.size()) return std::nullopt;
    return value;
}

// What stands after the / of NEAR/5, W/S, W/P.
bool read_distance(std::string_view text, Token& token) {
    if (text == "S" || text == "s") token.unit = Near::Unit::sentence;
    if (text == "P" || text == "p") token.unit = Near::Unit::paragraph;
    token.number = number(text);
    return token.number || token.unit != Near::Unit::words;
}

// Makes an operator of a word that is one.
void read_operator(Token& token) {
    const std::string_view name = token.text.substr(0, token.text.find('/'));
    for (const Operator& op : operators) {
        if (op.name != name) continue;
        const bool bare = name.size() == token.text.size();
        if (bare ? op.needs_distance : !op.takes_distance) return;
        if (!bare && !read_distance(token.text.substr(name.size() + 1), token)) return;
        token.kind = op.kind;
        token.ordered = op.ordered;
    }
}

// Makes a function of a word before a ( that is one: caps, atleast3.
void read_function(Token& token) {
    if (token.text.size() > 20) return;
    const std::string typed = text::lower(token.text);
    for (const FunctionName& function : functions) {
        if (!typed.starts_with(function.name)) continue;
        const std::string_view rest = std::string_view(typed).substr(function.name.size());
        if (function.takes_number ? !number(rest).has_value() : !rest.empty()) continue;
        token.kind = Kind::function;
        token.function = function.function;
        token.number = number(rest);
    }
}

}  // namespace

Token Lexer::make(Kind kind, std::size_t begin) const {
    Token token;
    token.kind = kind;
    token.text = query_.substr(begin, at_ - begin);
    token.begin = begin;
    token.end = at_;
    return token;
}

void Lexer::skip_blanks() {
    while (at_ < query_.size() && is_blank(query_[at_])) ++at_;
}

bool Lexer::adjoins() const {
    return at_ < query_.size() && !is_blank(query_[at_]);
}

Token Lexer::next() {
    skip_blanks();
    const std::size_t begin = at_;
    if (at_ == query_.size()) return make(Kind::end, begin);
    const std::string_view rest = query_.substr(at_);
    if (rest[0] == '(' || rest[0] == ')') {
        ++at_;
        return make(rest[0] == '(' ? Kind::open : Kind::close, begin);
    }
    if (rest[0] == '"' || rest.starts_with(curly_open) || rest.starts_with(curly_close))
        return quoted();
    if (const auto token = sign()) return *token;
    if (const auto token = field_name()) return *token;
    return word();
}

// + - = count only before something they can apply to.
std::optional<Token> Lexer::sign() {
    const std::size_t begin = at_;
    const char c = query_[at_];
    const bool applies = at_ + 1 < query_.size() && !is_blank(query_[at_ + 1]) &&
                         query_[at_ + 1] != ')' && query_[at_ + 1] != c;
    if (!applies || (c != '+' && c != '-' && c != '=')) return std::nullopt;
    ++at_;
    return make(c == '+' ? Kind::plus : c == '-' ? Kind::minus : Kind::equals, begin);
}

std::optional<Token> Lexer::field_name() {
    std::size_t end = at_;
    while (end < query_.size() && ((query_[end] >= 'a' && query_[end] <= 'z') ||
                                   (query_[end] >= 'A' && query_[end] <= 'Z')))
        ++end;
    if (end == at_ || end >= query_.size() || query_[end] != ':') return std::nullopt;
    const auto id = find_field(text::lower(query_.substr(at_, end - at_)));
    if (!id) return std::nullopt;
    const std::size_t begin = at_;
    at_ = end + 1;
    Token token = make(Kind::field, begin);
    token.field = *id;
    return token;
}

Token Lexer::quoted() {
    const std::size_t begin = at_;
    const bool straight = query_[at_] == '"';
    at_ += straight ? 1 : curly_open.size();
    const std::size_t from = at_;
    std::size_t to = query_.find(straight ? std::string_view("\"") : curly_close, at_);
    const bool unclosed = to == query_.npos;
    if (unclosed) to = query_.size();
    at_ = unclosed ? to : to + (straight ? 1 : curly_close.size());
    std::size_t digits = at_ + 1;
    while (digits < query_.size() && is_digit(query_[digits])) ++digits;
    std::optional<unsigned> within;
    if (at_ < query_.size() && query_[at_] == '~' && digits > at_ + 1) {
        within = number(query_.substr(at_ + 1, digits - at_ - 1));
        at_ = digits;
    }
    Token token = make(Kind::quoted, begin);
    token.text = query_.substr(from, to - from);
    token.number = within;
    token.unclosed = unclosed;
    return token;
}

Token Lexer::word() {
    const std::size_t begin = at_;
    while (at_ < query_.size() && !ends_word(query_, at_)) ++at_;
    if (at_ == begin) ++at_;
    Token token = make(Kind::word, begin);
    read_operator(token);
    if (at_ < query_.size() && query_[at_] == '(') read_function(token);
    return token;
}

Token Lexer::value() {
    const std::size_t begin = at_;
    if (at_ < query_.size() && (query_[at_] == '"' || query_.substr(at_).starts_with(curly_open)))
        return quoted();
    while (at_ < query_.size() && !is_blank(query_[at_]) && query_[at_] != '(' &&
           query_[at_] != ')')
        ++at_;
    return make(Kind::word, begin);
}

}  // namespace morgue::query

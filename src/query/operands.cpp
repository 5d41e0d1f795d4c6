// What operators stand between: groups, functions, fields with their values, quotes, words.
#include <algorithm>

#include "query/parser.hpp"
#include "query/values.hpp"
#include "text/utf8.hpp"
#include "text/wildcards.hpp"
#include "text/words.hpp"

namespace morgue::query {

namespace {

constexpr unsigned max_edits = 2;
constexpr unsigned max_count = 1'000'000;  // of atleastN, firstN

bool is_text(InField field) {
    return !field || morgue::field(*field).kind == Field::Kind::text;
}

bool is_ascii_name(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

// Phrases are printed in straight quotes.
std::string without_quotes(std::string_view text) {
    std::string out(text);
    std::replace(out.begin(), out.end(), '"', ' ');
    return out;
}

std::vector<Expr> one(Expr expr) {
    std::vector<Expr> out;
    out.push_back(std::move(expr));
    return out;
}

Expr apply(const Token& function, Expr expr) {
    using Function = Token::Function;
    switch (function.function) {
        case Function::caps:
            return {Cased{one(std::move(expr)), Cased::Case::some}};
        case Function::allcaps:
            return {Cased{one(std::move(expr)), Cased::Case::all}};
        case Function::nocaps:
            return {Cased{one(std::move(expr)), Cased::Case::none}};
        case Function::at_least:
            return {AtLeast{one(std::move(expr)), *function.number}};
        default:
            return {First{one(std::move(expr)), *function.number}};
    }
}

}  // namespace

Parser::Maybe Parser::operand(InField field) {
    switch (token_.kind) {
        case Kind::open:
            return group(field);
        case Kind::function:
            return function(field);
        case Kind::field:
            return field_operand();
        case Kind::equals:
            return exact(field);
        case Kind::quoted:
            return quoted(field, false);
        case Kind::word:
            return word(field, false);
        default:
            return std::nullopt;
    }
}

Parser::Maybe Parser::group(InField field) {
    const Token open = token_;
    const Deeper deeper(*this);
    advance();
    Maybe inside = alternatives(field);
    if (token_.kind == Kind::close)
        advance();
    else
        note("unclosed-group", "this ( is never closed", open.begin, open.end, "add a )");
    if (!inside) {
        note("empty-group", "there is nothing in these parentheses", open.begin, open.end);
        return nothing();
    }
    return inside;
}

// caps(x), atleast3(x), first50(x): of each part where x is several that are all required.
Parser::Maybe Parser::function(InField field) {
    Token name = token_;
    if (name.number && (*name.number == 0 || *name.number > max_count)) {
        note("number-out-of-range", "this number runs from 1 to " + std::to_string(max_count),
             name.begin, name.end);
        name.number = std::clamp(*name.number, 1u, max_count);
    }
    advance();
    Maybe inside = group(field);
    if (!inside) return inside;
    auto* all = std::get_if<All>(&inside->node);
    std::vector<Expr> parts = all ? std::move(all->of) : one(std::move(*inside));
    const bool applies = std::all_of(parts.begin(), parts.end(), is_place);
    if (!applies)
        note("function-operand",
             std::string(name.text) + "() holds words, phrases and groups of such", name.begin,
             name.end, "it is read as a plain group");
    for (Expr& part : parts)
        if (applies) part = apply(name, std::move(part));
    return wrap(std::move(parts), false);
}

Parser::Maybe Parser::exact(InField field) {
    const Token sign = token_;
    advance();
    if (token_.kind == Kind::quoted) return quoted(field, true);
    const bool is_operator = token_.kind >= Kind::op_and && token_.kind != Kind::end;
    if (token_.kind == Kind::word || is_operator) return word(field, true);
    note("equals-operand", "= stands before a word or a quote", sign.begin, sign.end);
    return nothing();
}

void Parser::check_quote(const Token& token) {
    if (token.kind == Kind::quoted && token.unclosed)
        note("unclosed-quote", "this quote is never closed", token.begin, token.begin + 1,
             "add a \"");
}

Parser::Maybe Parser::quoted(InField field, bool is_exact) {
    const Token token = token_;
    advance();
    if (!is_text(field)) return value(*field, token);
    check_quote(token);
    if (text::count_words(token.text) == 0) {
        note("empty-phrase", "there is no word in these quotes", token.begin, token.end);
        return nothing();
    }
    auto within = token.number;
    if (within) within = checked_distance(token, *within);
    return leaf({Phrase{field, without_quotes(token.text), is_exact, within}});
}

Parser::Maybe Parser::word(InField field, bool is_exact) {
    const Token token = token_;
    advance();
    if (!is_text(field)) return value(*field, token);
    if (token.text.find_first_not_of('*') == token.text.npos) return leaf({Everything{}});
    check_function(token);
    const std::size_t tilde = token.text.rfind('~');
    if (tilde != token.text.npos && tilde > 0 && !is_exact)
        if (Maybe found = fuzzy(field, token, tilde)) return found;
    return plain_word(field, token, is_exact);
}

Parser::Maybe Parser::plain_word(InField field, const Token& token, bool is_exact) {
    const std::vector<text::WildWord> parts = text::wild_words(token.text);
    if (parts.empty()) return nothing();  // punctuation
    check_word(token);
    const bool wild = std::any_of(parts.begin(), parts.end(), [](const auto& p) { return p.wild; });
    if (wild && parts.size() == 1) return leaf({Wildcard{field, std::string(token.text)}});
    if (wild) return leaf({Phrase{field, std::string(token.text), is_exact, std::nullopt}});
    return leaf({Word{field, std::string(token.text), is_exact}});
}

// maduro~1; nothing where no word stands before the ~ or no number after it.
Parser::Maybe Parser::fuzzy(InField field, const Token& token, std::size_t tilde) {
    const std::string_view word = token.text.substr(0, tilde);
    const std::string_view digits = token.text.substr(tilde + 1);
    const bool number = digits.size() == 1 && digits[0] >= '0' && digits[0] <= '9';
    if (text::count_words(word) == 0 || (!number && !digits.empty())) return std::nullopt;
    const std::vector<text::WildWord> parts = text::wild_words(word);
    if (parts.size() != 1 || parts[0].wild) {
        note("fuzzy-operand", "~ works on one plain word", token.begin + tilde, token.end);
        return std::nullopt;
    }
    unsigned edits = number ? unsigned(digits[0] - '0') : 1;
    if (edits < 1 || edits > max_edits) {
        note("edits-out-of-range", "a word may be 1 or 2 letters off", token.begin + tilde,
             token.end);
        edits = std::clamp(edits, 1u, max_edits);
    }
    return leaf({Fuzzy{field, std::string(word), edits}});
}

// A word right before a ( that is no function.
void Parser::check_function(const Token& token) {
    if (token_.kind == Kind::open && token_.begin == token.end)
        note("unknown-operator", "there is no operator " + std::string(token.text) + "( )",
             token.begin, token.end, "it is read as a word and a group");
}

// Forms that look like more than a word and are none.
void Parser::check_word(const Token& token) {
    const std::string_view text = token.text;
    const std::size_t colon = text.find(':'), slash = text.find('/');
    if (colon != text.npos && colon > 1 && !text.substr(colon).starts_with("://") &&
        is_ascii_name(text.substr(0, colon)))
        note("unknown-field", "there is no field " + std::string(text.substr(0, colon)),
             token.begin, token.begin + colon, nearest_field(text.substr(0, colon)));
    if (slash == text.npos || text.size() > 10) return;
    const std::string upper = text::upper(text);
    Lexer as_operator(upper);
    if (as_operator.next().kind == Kind::op_near)
        note("lower-case-operator", "operators are upper case; this is read as words", token.begin,
             token.end, "did you mean " + upper + " ?");
}

Parser::Maybe Parser::field_operand() {
    const Token name = token_;
    const Deeper deeper(*this);  // headline:headline:...
    if (!lexer_.adjoins()) {
        advance();
        note("field-without-value", std::string(name.text) + " has no value right after it",
             name.begin, name.end);
        return nothing();
    }
    if (is_text(name.field) || query_[name.end] == '(') {
        advance();
        Maybe inside = operand(name.field);
        if (!inside) skipped_ = true;
        return inside;
    }
    const Token given = lexer_.value();
    advance();
    return value(name.field, given);
}

Parser::Maybe Parser::value(Field::Id id, const Token& token) {
    check_quote(token);
    auto [expr, problem] = read_value(id, without_quotes(token.text), options_.now);
    if (problem) {
        problem->begin = token.begin;
        problem->end = std::max(token.end, token.begin + 1);
        note(std::move(*problem));
    }
    if (!expr) return nothing();
    return leaf(std::move(*expr));
}

}  // namespace morgue::query

#pragma once
// Cutting a query into tokens. Every token knows its place, so that problems can point at it.
#include <morgue/field.hpp>
#include <optional>
#include <string_view>

#include "query/ast.hpp"

namespace morgue::query {

struct Token {
    enum class Kind {
        word,      // text
        quoted,    // text, what stands between the quotes; `number`: of "..."~5
        field,     // NAME: before a word, a quote or a group; `field`
        function,  // caps allcaps nocaps atleastN firstN before a (; `function`, `number`
        open,      // (
        close,     // )
        plus,      // + before an operand
        minus,     // - before an operand
        equals,    // = before a word or a quote
        op_and,
        op_or,
        op_not,
        op_near,  // NEAR W ADJ PRE; `unit`, `ordered`, `number`
        end,
    };
    enum class Function { caps, allcaps, nocaps, at_least, first };

    Kind kind = Kind::end;
    std::string_view text;  // of the query
    std::size_t begin = 0, end = 0;
    Field::Id field = Field::Id::body;
    Function function = Function::caps;
    Near::Unit unit = Near::Unit::words;
    bool ordered = false;
    std::optional<unsigned> number;
    bool unclosed = false;  // a quote without its partner
};

// Pulls tokens from a query of any content.
class Lexer {
public:
    explicit Lexer(std::string_view query) : query_(query) {}

    Token next();

    // A value such as 2025-09..2025-10 or >800 that follows NAME: directly; empty if none does.
    Token value();

    // Whether the next character continues the token just read (no blank between).
    bool adjoins() const;

private:
    Token make(Token::Kind kind, std::size_t begin) const;
    Token quoted();
    Token word();
    std::optional<Token> field_name();
    std::optional<Token> sign();
    void skip_blanks();

    std::string_view query_;
    std::size_t at_ = 0;
};

}  // namespace morgue::query

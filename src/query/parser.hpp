#pragma once
// The parser behind query::parse(): recursive descent over OR < AND < side by side < NOT + - <
// proximity < operand. What it is made of and in which files:
//   parse.cpp     alternatives, conjunctions, sequences of operands
//   distance.cpp  NEAR and its like
//   operands.cpp  groups, functions, fields, quotes, words
#include "query/lex.hpp"
#include "query/parse.hpp"

namespace morgue::query {

// A group of alternatives or of conditions; what there is only one of needs none.
Expr wrap(std::vector<Expr> of, bool any);

class Parser {
public:
    // `query` is UTF-8.
    Parser(std::string_view query, const Options& options)
        : query_(query), options_(options), lexer_(query) {
        advance();
    }

    Parsed parse();

private:
    using Kind = Token::Kind;
    using Maybe = std::optional<Expr>;  // null: nothing was there

    class Deeper;

    void advance() { token_ = lexer_.next(); }
    void note(Problem problem);
    void note(std::string code, std::string message, std::size_t begin, std::size_t end,
              std::string hint = {}) {
        note({std::move(code), {}, std::move(message), std::move(hint), begin, end});
    }
    [[noreturn]] void refuse(const std::string& what, const std::string& hint) const;
    [[noreturn]] void refuse_depth() const;
    void count_leaves(std::size_t more);
    Expr leaf(Expr expr) {
        count_leaves(1);
        return expr;
    }

    Maybe alternatives(InField field);
    Maybe conjunction(InField field);
    struct Sequence sequence(InField field);
    void take_operator(bool left_missing);

    Maybe proximity(InField field);
    std::optional<Token> distance_operator(bool& negated);
    Expr near(const Token& op, bool negated, Expr left, Expr right);
    Near near_of(const Token& op, bool negated);

    Maybe operand(InField field);
    Maybe group(InField field);
    Maybe function(InField field);
    Maybe exact(InField field);
    Maybe quoted(InField field, bool is_exact);
    Maybe word(InField field, bool is_exact);
    Maybe plain_word(InField field, const Token& token, bool is_exact);
    Maybe fuzzy(InField field, const Token& token, std::size_t tilde);
    Maybe field_operand();
    Maybe value(Field::Id id, const Token& token);
    Maybe nothing() {
        skipped_ = true;
        return std::nullopt;
    }
    void check_word(const Token& token);
    void check_function(const Token& token);
    void check_quote(const Token& token);
    unsigned checked_distance(const Token& token, unsigned distance);

    std::string_view query_;
    Options options_;
    Lexer lexer_;
    Token token_;
    std::vector<Problem> problems_;
    std::size_t leaves_ = 0, depth_ = 0;
    bool skipped_ = false;  // something was read that means nothing; more may follow
};

// One level further down, for as long as it lives.
class Parser::Deeper {
public:
    explicit Deeper(Parser& parser) : parser_(parser) {
        if (++parser_.depth_ > max_depth) parser_.refuse_depth();
    }
    ~Deeper() { --parser_.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

private:
    Parser& parser_;
};

}  // namespace morgue::query

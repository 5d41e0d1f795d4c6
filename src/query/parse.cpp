#include "query/parse.hpp"

#include <algorithm>
#include <utility>

#include "query/lex.hpp"
#include "query/values.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace morgue::query {

namespace {

using Kind = Token::Kind;

constexpr unsigned default_distance = 10;  // of a bare NEAR or ADJ, as in Xapian

Expr wrap(std::vector<Expr> of, bool any) {
    if (of.empty()) return {Everything{}};
    if (of.size() == 1) return std::move(of.front());
    if (any) return {Any{std::move(of)}};
    return {All{std::move(of)}};
}

// The operands of one stretch without an explicit AND or OR.
struct Sequence {
    std::vector<Expr> plain, required, excluded;

    // What must all hold for the stretch to match.
    std::vector<Expr> conditions(bool any) && {
        std::vector<Expr> all;
        if (!any) {
            all = std::move(required);
            std::move(plain.begin(), plain.end(), std::back_inserter(all));
        } else if (required.empty()) {
            if (!plain.empty()) all.push_back(wrap(std::move(plain), true));
        } else {
            Expr must = wrap(std::move(required), false);
            if (plain.empty())
                all.push_back(std::move(must));
            else
                all.push_back({Prefer{{std::move(must), wrap(std::move(plain), true)}}});
        }
        for (Expr& expr : excluded) all.push_back({Not{{std::move(expr)}}});
        return all;
    }
};

// Recursive descent over OR < AND < side by side < NOT + - < proximity < leaf. A null result means
// that nothing was there.
class Parser {
public:
    Parser(std::string_view query, const Options& options)
        : lexer_(query), options_(options), query_(query) {
        advance();
    }

    Parsed parse() {
        std::vector<Expr> parts;
        while (token_.kind != Kind::end) {
            if (auto expr = alternatives(std::nullopt)) parts.push_back(std::move(*expr));
            if (token_.kind == Kind::close) {
                note("unopened-group", "there is no ( for this )", token_.begin, token_.end);
                advance();
            }
        }
        std::stable_sort(problems_.begin(), problems_.end(),
                         [](const Problem& a, const Problem& b) { return a.begin < b.begin; });
        return {wrap(std::move(parts), options_.any), std::move(problems_)};
    }

private:
    using Maybe = std::optional<Expr>;

    void advance() { token_ = lexer_.next(); }

    void note(std::string code, std::string message, std::size_t begin, std::size_t end,
              std::string hint = {}) {
        if (problems_.size() < 100)
            problems_.push_back(
                {std::move(code), {}, std::move(message), std::move(hint), begin, end});
    }

    Expr leaf(Expr expr) {
        if (++leaves_ > max_leaves)
            throw Error(Error::Kind::query,
                        "the query has more than " + std::to_string(max_leaves) + " terms",
                        "split it into several");
        return expr;
    }

    Maybe alternatives(InField field) {
        std::vector<Expr> of;
        while (true) {
            if (auto expr = conjunction(field)) of.push_back(std::move(*expr));
            if (token_.kind != Kind::op_or) break;
            take_operator(of.empty());
        }
        if (of.empty()) return std::nullopt;
        return wrap(std::move(of), true);
    }

    Maybe conjunction(InField field) {
        std::vector<Expr> of;
        while (true) {
            std::vector<Expr> more = sequence(field).conditions(options_.any);
            std::move(more.begin(), more.end(), std::back_inserter(of));
            if (token_.kind != Kind::op_and) break;
            take_operator(of.empty());
        }
        if (of.empty()) return std::nullopt;
        return wrap(std::move(of), false);
    }

    // Steps over AND, OR, NEAR...; complains when an operand is missing on either side.
    void take_operator(bool left_missing) {
        const Token op = token_;
        advance();
        const bool right_missing = token_.kind == Kind::end || token_.kind == Kind::close ||
                                   token_.kind == Kind::op_or || token_.kind == Kind::op_and;
        if (left_missing || right_missing)
            note("operator-without-operand",
                 std::string(op.text) + " has nothing on its " + (left_missing ? "left" : "right"),
                 op.begin, op.end, "to search for the word, write it in lower case or in quotes");
    }

    Sequence sequence(InField field) {
        Sequence out;
        while (true) {
            const Token sign = token_;
            const bool negative = sign.kind == Kind::op_not || sign.kind == Kind::minus;
            if (negative || sign.kind == Kind::plus) advance();
            // a chain of NOT NOT NOT flips and needs no recursion
            bool excluded = negative;
            while (negative && token_.kind == Kind::op_not) {
                excluded = !excluded;
                advance();
            }
            Maybe operand = proximity(field);
            if (!operand) {
                if (negative || sign.kind == Kind::plus)
                    note("operator-without-operand",
                         std::string(sign.text) + " has nothing after it", sign.begin, sign.end);
                if (token_.kind == Kind::op_near || token_.kind == Kind::op_adj) {
                    take_operator(true);
                    continue;
                }
                if (skipped_) {
                    skipped_ = false;
                    continue;
                }
                return out;
            }
            auto& list = excluded                  ? out.excluded
                         : sign.kind == Kind::plus ? out.required
                                                   : out.plain;
            list.push_back(std::move(*operand));
        }
    }

    Maybe proximity(InField field) {
        Maybe left = operand(field);
        while (left && (token_.kind == Kind::op_near || token_.kind == Kind::op_adj)) {
            const Token op = token_;
            take_operator(false);
            Maybe right = operand(field);
            if (!right) return left;
            left = near(op, std::move(*left), std::move(*right));
        }
        return left;
    }

    Expr near(const Token& op, Expr left, Expr right) {
        if (!can_be_near(left) || !can_be_near(right)) {
            note("near-operand",
                 std::string(op.text) + " works between words and (word OR word) only", op.begin,
                 op.end, "both sides are required here, at any distance");
            return wrap(
                [&] {
                    std::vector<Expr> of;
                    of.push_back(std::move(left));
                    of.push_back(std::move(right));
                    return of;
                }(),
                false);
        }
        unsigned distance = op.number.value_or(default_distance);
        if (distance == 0 || distance > max_distance) {
            note("distance-out-of-range", "distances run from 1 to " + std::to_string(max_distance),
                 op.begin, op.end);
            distance = std::clamp(distance, 1u, max_distance);
        }
        return {Near{{std::move(left), std::move(right)}, distance, op.kind == Kind::op_adj}};
    }

    static bool can_be_near(const Expr& expr) {
        return std::visit(overload{[](const Word&) { return true; },
                                   [](const Any& any) {
                                       return std::all_of(
                                           any.of.begin(), any.of.end(), [](const Expr& e) {
                                               return std::holds_alternative<Word>(e.node);
                                           });
                                   },
                                   [](const auto&) { return false; }},
                          expr.node);
    }

    Maybe operand(InField field) {
        switch (token_.kind) {
            case Kind::open:
                return group(field);
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

    Maybe group(InField field) {
        const Token open = token_;
        if (++depth_ > max_depth)
            throw Error(Error::Kind::query,
                        "the query nests more than " + std::to_string(max_depth) + " groups",
                        "write it with fewer parentheses");
        advance();
        Maybe inside = alternatives(field);
        --depth_;
        if (token_.kind == Kind::close)
            advance();
        else
            note("unclosed-group", "this ( is never closed", open.begin, open.end, "add a )");
        if (!inside) {
            note("empty-group", "there is nothing in these parentheses", open.begin, open.end);
            skipped_ = true;
        }
        return inside;
    }

    Maybe exact(InField field) {
        advance();
        if (token_.kind == Kind::quoted) return quoted(field, true);
        if (token_.kind == Kind::word || token_.kind >= Kind::op_and) return word(field, true);
        return std::nullopt;
    }

    Maybe quoted(InField field, bool is_exact) {
        const Token token = token_;
        advance();
        if (token.unclosed)
            note("unclosed-quote", "this quote is never closed", token.begin, token.begin + 1,
                 "add a \"");
        if (field && morgue::field(*field).kind != Field::Kind::text) return value(*field, token);
        if (text::count_words(token.text) == 0) {
            note("empty-phrase", "there is no word in these quotes", token.begin, token.end);
            skipped_ = true;
            return std::nullopt;
        }
        auto within = token.number;
        if (within && (*within == 0 || *within > max_distance)) {
            note("distance-out-of-range", "distances run from 1 to " + std::to_string(max_distance),
                 token.begin, token.end);
            within = std::clamp(*within, 1u, max_distance);
        }
        return leaf({Phrase{field, std::string(token.text), is_exact, within}});
    }

    Maybe word(InField field, bool is_exact) {
        const Token token = token_;
        advance();
        if (field && morgue::field(*field).kind != Field::Kind::text) return value(*field, token);
        if (token.text == "*") return leaf({Everything{}});
        const bool call = token_.kind == Kind::open && token_.begin == token.end;
        if (call)
            note("unknown-operator", "there is no operator " + std::string(token.text) + "( )",
                 token.begin, token.end, "it is read as a word and a group");
        const std::string_view stem = token.text.substr(0, token.text.size() - 1);
        if (token.text.back() == '*' && text::count_words(stem) == 1)
            return leaf({Prefix{field, std::string(stem)}});
        if (text::count_words(token.text) == 0) {  // punctuation
            skipped_ = true;
            return std::nullopt;
        }
        check_word(token);
        return leaf({Word{field, std::string(token.text), is_exact}});
    }

    // Forms that look like more than a word and are none.
    void check_word(const Token& token) {
        const std::size_t colon = token.text.find(':');
        const auto is_name = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        };
        if (colon != token.text.npos && colon > 1 && !token.text.substr(colon).starts_with("://") &&
            std::all_of(token.text.begin(), token.text.begin() + std::ptrdiff_t(colon), is_name))
            note("unknown-field", "there is no field " + std::string(token.text.substr(0, colon)),
                 token.begin, token.begin + colon, nearest_field(token.text.substr(0, colon)));
        const std::size_t star = token.text.find('*');
        if (star != token.text.npos)
            note("wildcard", "* stands for letters only at the end of a word", token.begin + star,
                 token.begin + star + 1);
    }

    Maybe field_operand() {
        const Token name = token_;
        if (!lexer_.adjoins()) {
            advance();
            note("field-without-value", std::string(name.text) + " has no value right after it",
                 name.begin, name.end);
            skipped_ = true;
            return std::nullopt;
        }
        const bool text_field = field(name.field).kind == Field::Kind::text;
        if (text_field || query_[name.end] == '(') {
            advance();
            Maybe inside = operand(name.field);
            if (!inside) skipped_ = true;
            return inside;
        }
        const Token given = lexer_.value();
        advance();
        return value(name.field, given);
    }

    Maybe value(Field::Id id, const Token& token) {
        if (token.unclosed && token.kind == Kind::quoted)
            note("unclosed-quote", "this quote is never closed", token.begin, token.begin + 1,
                 "add a \"");
        auto [expr, problem] = read_value(id, token.text);
        if (problem) {
            problem->begin = token.begin;
            problem->end = std::max(token.end, token.begin + 1);
            problems_.push_back(std::move(*problem));
        }
        if (!expr) {
            skipped_ = true;
            return std::nullopt;
        }
        return leaf(std::move(*expr));
    }

    Lexer lexer_;
    Options options_;
    std::string_view query_;
    Token token_;
    std::vector<Problem> problems_;
    std::size_t leaves_ = 0, depth_ = 0;
    bool skipped_ = false;  // something was read that means nothing; more may follow
};

}  // namespace

Parsed parse(std::string_view text, const Options& options) {
    if (text.size() > max_bytes)
        throw Error(Error::Kind::query,
                    "the query is longer than " + std::to_string(max_bytes / 1024) + " KiB",
                    "split it into several");
    if (!text::is_valid_utf8(text)) {
        const std::string repaired = text::repair_utf8(std::string(text));
        Parsed parsed = parse(repaired.substr(0, max_bytes), options);
        parsed.problems.push_back({"not-utf8", "", "the query is not valid UTF-8", "", 0, 0});
        return parsed;
    }
    return Parser(text, options).parse();
}

}  // namespace morgue::query

#include "query/parse.hpp"

#include <algorithm>

#include "query/parser.hpp"
#include "text/utf8.hpp"

namespace morgue::query {

namespace {

constexpr std::size_t most_problems = 100;  // that are told

bool starts_operand(Token::Kind kind) {
    using Kind = Token::Kind;
    return kind == Kind::word || kind == Kind::quoted || kind == Kind::field ||
           kind == Kind::function || kind == Kind::open || kind == Kind::equals;
}

// Each byte that is not UTF-8 becomes a blank, so that places stay what they were.
std::string blank_ill_formed(std::string_view query, std::size_t& first) {
    std::string out(query);
    first = query.npos;
    for (std::size_t at = 0; at < query.size();) {
        const std::size_t begin = at;
        if (text::decode(query, at) != 0xFFFD || at - begin != 1) continue;
        out[begin] = ' ';
        first = std::min(first, begin);
    }
    return out;
}

}  // namespace

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

Parsed Parser::parse() {
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

void Parser::note(Problem problem) {
    if (problems_.size() < most_problems) problems_.push_back(std::move(problem));
}

void Parser::refuse(const std::string& what, const std::string& hint) const {
    const std::size_t column = text::code_points(query_.substr(0, token_.begin)) + 1;
    throw Error(Error::Kind::query, what + " (column " + std::to_string(column) + ")", hint);
}

void Parser::refuse_depth() const {
    refuse("the query nests more than " + std::to_string(max_depth) + " groups",
           "write it with fewer parentheses");
}

void Parser::count_leaves(std::size_t more) {
    leaves_ += more;
    if (leaves_ > max_leaves)
        refuse("the query has more than " + std::to_string(max_leaves) + " terms",
               "split it into several");
}

Parser::Maybe Parser::alternatives(InField field) {
    std::vector<Expr> of;
    while (true) {
        if (auto expr = conjunction(field)) of.push_back(std::move(*expr));
        if (token_.kind != Kind::op_or) break;
        take_operator(of.empty());
    }
    if (of.empty()) return std::nullopt;
    return wrap(std::move(of), true);
}

Parser::Maybe Parser::conjunction(InField field) {
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
void Parser::take_operator(bool left_missing) {
    const Token op = token_;
    advance();
    const bool right_missing = token_.kind == Kind::end || token_.kind == Kind::close ||
                               token_.kind == Kind::op_or || token_.kind == Kind::op_and ||
                               (op.kind == Kind::op_near && !starts_operand(token_.kind));
    if (left_missing || right_missing)
        note("operator-without-operand",
             std::string(op.text) + " has nothing on its " + (left_missing ? "left" : "right"),
             op.begin, op.end, "to search for the word, write it in lower case or in quotes");
}

Sequence Parser::sequence(InField field) {
    Sequence out;
    while (true) {
        const Token sign = token_;
        const bool negative = sign.kind == Kind::op_not || sign.kind == Kind::minus;
        const bool is_signed = negative || sign.kind == Kind::plus;
        if (is_signed) advance();
        // a chain of NOT NOT NOT flips and needs no recursion
        bool excluded = negative;
        while (negative && token_.kind == Kind::op_not) {
            excluded = !excluded;
            advance();
        }
        Maybe operand = proximity(field);
        if (!operand) {
            if (is_signed)
                note("operator-without-operand", std::string(sign.text) + " has nothing after it",
                     sign.begin, sign.end);
            if (token_.kind == Kind::op_near) {
                take_operator(true);
            } else if (skipped_) {
                skipped_ = false;
            } else if (!is_signed) {
                return out;
            }
            continue;
        }
        auto& list = excluded ? out.excluded : sign.kind == Kind::plus ? out.required : out.plain;
        list.push_back(std::move(*operand));
    }
}

Parsed parse(std::string_view text, const Options& options) {
    if (text.size() > max_bytes)
        throw Error(Error::Kind::query,
                    "the query is longer than " + std::to_string(max_bytes / 1024) + " KiB",
                    "split it into several");
    if (text::is_valid_utf8(text)) return Parser(text, options).parse();
    std::size_t first = 0;
    const std::string readable = blank_ill_formed(text, first);
    Parsed parsed = Parser(readable, options).parse();
    parsed.problems.insert(parsed.problems.begin(),
                           {"not-utf8", "", "the query is not valid UTF-8",
                            "such bytes are read as blanks", first, first + 1});
    return parsed;
}

}  // namespace morgue::query

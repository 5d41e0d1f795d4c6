#pragma once
// A query as a tree of values: copied, compared and printed like any other value. Words are kept
// as they were typed; folding and stemming are the index's business.
#include <morgue/date.hpp>
#include <morgue/error.hpp>
#include <morgue/field.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/overload.hpp"

namespace morgue::query {

using core::overload;
using InField = std::optional<Field::Id>;  // none: headline, subheadline, byline, summary, body

struct Expr;

struct Everything {
    bool operator==(const Everything&) const = default;
};

struct Word {  // oil  =oil  headline:oil
    InField field;
    std::string text;
    bool exact = false;  // not stemmed
    bool operator==(const Word&) const = default;
};

struct Phrase {  // "prime minister"  ="Apple Inc"  "prime minister"~5
    InField field;
    std::string text;
    bool exact = false;
    std::optional<unsigned> within;  // any order, the words at most so far apart
    bool operator==(const Phrase&) const = default;
};

struct Prefix {  // corrupt*
    InField field;
    std::string stem;
    bool operator==(const Prefix&) const = default;
};

struct Value {  // source:"Le Monde"  person:maduro  lang:de
    Field::Id field;
    std::string text;
    bool operator==(const Value&) const = default;
};

struct Dates {  // date:2025-09..  date:none
    Field::Id field;
    DateRange range;
    bool none = false;  // articles without that date
    bool operator==(const Dates&) const = default;
};

struct Numbers {  // words:>800
    Field::Id field;
    std::optional<std::uint64_t> from, to;  // inclusive
    bool operator==(const Numbers&) const = default;
};

struct Has {  // has:byline
    Field::Id of;
    bool operator==(const Has&) const = default;
};

struct Near {  // a NEAR/5 b  a ADJ/5 b; the operands are words, phrases or an Any of them
    std::vector<Expr> of;   // two
    unsigned distance = 1;  // at most so many positions on (neighbours are 1 on)
    bool ordered = false;   // the first comes first
    bool operator==(const Near&) const = default;
};

struct All {
    std::vector<Expr> of;
    bool operator==(const All&) const = default;
};

struct Any {
    std::vector<Expr> of;
    bool operator==(const Any&) const = default;
};

struct Not {
    std::vector<Expr> of;  // one
    bool operator==(const Not&) const = default;
};

struct Prefer {  // +opec oil, when words are alternatives: the first must match, the second ranks
    std::vector<Expr> of;  // two
    bool operator==(const Prefer&) const = default;
};

struct Expr {
    std::variant<Everything, Word, Phrase, Prefix, Value, Dates, Numbers, Has, Near, All, Any, Not,
                 Prefer>
        node;
    bool operator==(const Expr&) const = default;
};

struct Parsed {
    Expr expr;
    std::vector<Problem> problems;  // in order of position
};

}  // namespace morgue::query

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

struct Wildcard {  // corrupt*  te?t  *burger; * any letters, ? one
    InField field;
    std::string pattern;
    bool operator==(const Wildcard&) const = default;
};

struct Fuzzy {  // maduro~1
    InField field;
    std::string text;
    unsigned edits = 1;  // letters inserted, left out, changed or swapped: 1 or 2
    bool operator==(const Fuzzy&) const = default;
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

struct Saved {  // saved:cartels; query::resolve() puts the query of that name in its place
    std::string name;
    bool operator==(const Saved&) const = default;
};

// The operands of the next four stand somewhere in a text: see is_place().

struct Near {  // a NEAR/5 b  a ADJ/5 b  a W/S b  a NOT W/5 b
    enum class Unit : std::uint8_t { words, sentence, paragraph };

    std::vector<Expr> of;     // two
    Unit unit = Unit::words;  // both in one sentence, in one paragraph
    unsigned distance = 1;    // of words: at most so many positions on (neighbours are 1 on)
    bool ordered = false;     // the first comes first
    bool negated = false;     // a place of the first with none of the second near
    bool operator==(const Near&) const = default;
};

struct Cased {  // caps(Apple)  allcaps(RICO)  nocaps(apple)
    enum class Case : std::uint8_t { some, all, none };  // of its letters are capitals

    std::vector<Expr> of;  // one; each of its words is written so
    Case letters = Case::some;
    bool operator==(const Cased&) const = default;
};

struct AtLeast {           // atleast3(drought)
    std::vector<Expr> of;  // one
    unsigned times = 1;
    bool operator==(const AtLeast&) const = default;
};

struct First {             // first50(drought)
    std::vector<Expr> of;  // one
    unsigned words = 1;    // of the body
    bool operator==(const First&) const = default;
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
    std::variant<Everything, Word, Phrase, Wildcard, Fuzzy, Value, Dates, Numbers, Has, Saved, Near,
                 Cased, AtLeast, First, All, Any, Not, Prefer>
        node;
    bool operator==(const Expr&) const = default;
};

// What a node is made of; null for a leaf.
std::vector<Expr>* operands(Expr& expr);
const std::vector<Expr>* operands(const Expr& expr);

// How many nodes a tree has.
std::size_t size(const Expr& expr);

// Whether it stands somewhere in a text, so that a distance can be measured from it: words,
// phrases, alternatives of such, and NEAR, caps() and first() of such.
bool is_place(const Expr& expr);

struct Parsed {
    Expr expr;
    std::vector<Problem> problems;  // in order of position
};

}  // namespace morgue::query

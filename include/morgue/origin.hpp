#pragma once
// Why a field of an article says what it says: the rule that gave it, and the rules that would
// have said something else.
#include <string>
#include <vector>

namespace morgue {

// What one rule read: "og:title" read "Oil falls - The Paper".
struct Reading {
    std::string rule;
    std::string text;  // as it stood in the input, on one line

    bool operator==(const Reading&) const = default;
};

struct Origin {
    std::string field;            // a key of the article record
    Reading given;                // by the rule that won
    std::vector<Reading> rivals;  // by the rules below it, best first

    bool operator==(const Origin&) const = default;
};

}  // namespace morgue

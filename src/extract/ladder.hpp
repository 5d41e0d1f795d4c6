#pragma once
// Rules for one field, tried from the best down. The first that finds something wins; only where
// the reasons are asked for are the rules below it tried too, as its rivals.
#include <morgue/origin.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue::extract {

// Null: nobody asks why.
using Origins = std::vector<Origin>;

// Notes a reading of a field: its first is what was given, the others are rivals.
void note(Origins* origins, std::string_view field, std::string_view rule, std::string_view text);

// Notes a reading that takes the place of what was given, which becomes its first rival.
void supersede(Origins* origins, std::string_view field, std::string_view rule,
               std::string_view text);

// A value, and the text it was read from.
template <class Value>
struct Found {
    Value value;
    std::string text;
};

template <class Value>
class Ladder {
public:
    Ladder(std::string_view field, Origins* origins) : field_(field), origins_(origins) {}

    // `look` returns a std::optional<Found<Value>>.
    template <class Look>
    void rung(std::string_view rule, Look&& look) {
        if (won_ && !origins_) return;
        std::optional<Found<Value>> found = look();
        if (!found) return;
        note(origins_, field_, rule, found->text);
        if (!won_) won_ = std::move(found->value);
    }

    bool found() const { return won_.has_value(); }
    std::optional<Value> take() { return std::move(won_); }

private:
    std::string_view field_;
    Origins* origins_;
    std::optional<Value> won_;
};

// Where the text is the value; rules return it empty for nothing.
class TextLadder {
public:
    TextLadder(std::string_view field, Origins* origins) : ladder_(field, origins) {}

    template <class Look>
    void rung(std::string_view rule, Look&& look) {
        ladder_.rung(rule, [&]() -> std::optional<Found<std::string>> {
            std::string text = look();
            if (text.empty()) return std::nullopt;
            return Found<std::string>{text, text};
        });
    }

    bool found() const { return ladder_.found(); }
    std::string take() { return ladder_.take().value_or(std::string()); }

private:
    Ladder<std::string> ladder_;
};

}  // namespace morgue::extract

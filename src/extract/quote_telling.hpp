#pragma once
// Reading the words before or after a quote: whether they tell of speech, and whose.
#include <morgue/entity.hpp>
#include <optional>
#include <span>

#include "extract/quote_names.hpp"

namespace morgue::extract {

struct Telling {
    std::size_t cue_begin = 0, cue_end = 0;  // bytes of the body: the verb
    const Entity* speaker = nullptr;
    bool pronoun = false;  // whose speaker must be looked for elsewhere
};

// "..., said X", "..., X told Y", "..., according to X". `certain`: what is quoted ends as speech
// does before its telling.
std::optional<Telling> telling_after(std::span<const TellingWord> words, bool certain);

// "X said: ...", "According to X, ...", of the last sentence of the words.
std::optional<Telling> telling_before(std::span<const TellingWord> words, bool colon);

}  // namespace morgue::extract

#pragma once
// A text cut into sentences of tokens, each with its word and what the document tells about it.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entities/word.hpp"

namespace morgue::entities {

// Clues that the mentions of a form give each other, all over the document (context.cpp).
using Clues = std::uint16_t;

struct Token {
    const Word* word = nullptr;
    std::uint32_t begin = 0, end = 0;  // bytes of the text
    Traits phrase = 0;                 // of the phrase it belongs to
    std::uint8_t phrase_part = 0;      // 1 first, 2 inner, 3 last of it; 0: of none
    bool starts = false;               // first word of a sentence
    Clues clues = 0;
    std::uint8_t history = 0;  // how the form was labelled elsewhere (history.hpp); 0: nowhere
};

enum class Casing : std::uint8_t { normal, title, caps };

struct Sentence {
    std::uint32_t first = 0, last = 0;  // tokens, end exclusive
    Casing casing = Casing::normal;     // of title and caps the capitals say little
};

struct Document {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;

    std::span<Token> of(const Sentence& sentence) {
        return std::span(tokens).subspan(sentence.first, sentence.last - sentence.first);
    }
    std::span<const Token> of(const Sentence& sentence) const {
        return std::span(tokens).subspan(sentence.first, sentence.last - sentence.first);
    }
};

}  // namespace morgue::entities

#include "entities/shouting.hpp"

#include <span>

namespace morgue::entities {

namespace {

bool is_shouted(std::span<const Token> sentence, bool headline) {
    std::size_t words = 0, capitals = 0, long_words = 0, long_lower = 0;
    for (const Token& token : sentence) {
        if (!token.is_word() || token.shape == Token::Shape::number) continue;
        ++words;
        if (token.shape == Token::Shape::caps) ++capitals;
        if (token.end - token.begin < 4) continue;
        ++long_words;
        if (token.shape == Token::Shape::lower) ++long_lower;
    }
    if (words >= 3 && capitals * 10 >= words * 8) return true;
    if (headline) return long_words >= 3 && long_lower * 100 < long_words * 35;
    return long_words >= 6 && long_lower == 0;
}

}  // namespace

void mark_shouting(std::vector<Token>& tokens, bool headline) {
    for (std::size_t begin = 0; begin < tokens.size();) {
        std::size_t end = begin + 1;
        while (end < tokens.size() && (headline || !tokens[end].starts)) ++end;
        const auto sentence = std::span(tokens).subspan(begin, end - begin);
        const bool shouted = is_shouted(sentence, headline);
        for (Token& token : sentence) token.shouted = shouted;
        begin = end;
    }
}

}  // namespace morgue::entities

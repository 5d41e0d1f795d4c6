#include "explore/words.hpp"

#include "text/words.hpp"

namespace morgue::explore {

std::uint32_t WordNumbers::number(std::string_view folded) {
    if (const auto known = numbers_.find(folded); known != numbers_.end()) return known->second;
    const auto number = std::uint32_t(words_.size());
    words_.emplace_back(folded);
    numbers_.emplace(words_.back(), number);
    return number;
}

std::uint32_t WordNumbers::find(std::string_view folded) const {
    const auto known = numbers_.find(folded);
    return known == numbers_.end() ? no_word : known->second;
}

void read_tokens(std::string_view text, WordNumbers& numbers, std::vector<Token>& out) {
    out.clear();
    text::Words words(text);
    while (const text::Word* word = words.next())
        out.push_back({word->begin, word->end, numbers.number(word->folded)});
}

void read_places(std::string_view text, Places& out) {
    out.clear();
    text::Words words(text);
    while (const text::Word* word = words.next()) out.emplace_back(word->begin, word->end);
}

std::string first_word(std::string_view text) {
    text::Words words(text);
    const text::Word* word = words.next();
    return word ? std::string(word->folded) : std::string();
}

const std::string& text_of(const Article& article, Field::Id field) {
    static const std::string none;
    switch (field) {
        case Field::Id::headline:
            return article.headline;
        case Field::Id::subheadline:
            return article.subheadline;
        case Field::Id::byline:
            return article.byline;
        case Field::Id::summary:
            return article.summary;
        case Field::Id::body:
            return article.body;
        default:
            return none;
    }
}

}  // namespace morgue::explore

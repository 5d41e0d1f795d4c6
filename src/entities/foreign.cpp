#include "entities/foreign.hpp"

namespace morgue::entities {

namespace {

constexpr std::size_t longest_person = 4;  // words

// The end of the place that begins here; `at` for none.
std::size_t place_end(std::span<const Token> sentence, std::size_t at) {
    const Token& here = sentence[at];
    if (!here.word->capital) return at;
    if (here.phrase_part == 1 && (here.phrase & trait::strong_place)) {
        std::size_t end = at + 1;
        while (end < sentence.size() && sentence[end].phrase_part > 1) ++end;
        return end;
    }
    constexpr Traits doubtful = trait::weak_place | trait::given_name | trait::never | trait::title;
    return here.word->has(trait::strong_place) && !here.word->has(doubtful) ? at + 1 : at;
}

// The end of the person that begins here, behind a title; `at` for none.
std::size_t person_end(std::span<const Token> sentence, std::size_t at) {
    if (at == 0 || !sentence[at - 1].word->capital) return at;
    if (!sentence[at - 1].word->has(trait::courtesy | trait::rank)) return at;
    std::size_t end = at;
    while (end < sentence.size() && end < at + longest_person && sentence[end].word->capital &&
           !sentence[end].word->has(trait::title))
        ++end;
    return end;
}

}  // namespace

std::vector<Name> foreign_names(const Document& document) {
    std::vector<Name> names;
    for (const Sentence& part : document.sentences) {
        const auto sentence = document.of(part);
        for (std::size_t at = 0; at < sentence.size();) {
            auto kind = Entity::Kind::person;
            std::size_t end = person_end(sentence, at);
            if (end == at) {
                kind = Entity::Kind::place;
                end = place_end(sentence, at);
            }
            if (end > at)
                names.push_back(
                    {kind, std::uint32_t(part.first + at), std::uint32_t(part.first + end)});
            at = std::max(end, at + 1);
        }
    }
    return names;
}

}  // namespace morgue::entities

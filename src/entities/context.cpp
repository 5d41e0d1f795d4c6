#include "entities/context.hpp"

#include "entities/hashing.hpp"

namespace morgue::entities {

namespace {

// No phrase of the gazetteer has more words.
constexpr std::size_t longest_phrase = 6;

constexpr std::uint64_t the_word = hash_bytes("the"), in_word = hash_bytes("in"),
                        said_word = hash_bytes("said"), says_word = hash_bytes("says"),
                        told_word = hash_bytes("told"), added_word = hash_bytes("added"),
                        s_word = hash_bytes("'s"), curly_s_word = hash_bytes("’s");

bool is_speech(const Word& word) {
    return word.lower == said_word || word.lower == says_word || word.lower == told_word ||
           word.lower == added_word;
}

Casing casing(std::span<const Token> sentence) {
    std::size_t lower = 0, long_lower = 0, capital = 0, caps = 0;
    for (const Token& token : sentence) {
        const Word& word = *token.word;
        if (!word.wordy) continue;
        capital += word.capital;
        caps += word.caps;
        const bool is_lower = !word.capital && token.end - token.begin > 1;
        lower += is_lower;
        long_lower += is_lower && token.end - token.begin > 3;
    }
    if (lower == 0 && caps >= 2) return Casing::caps;
    return capital >= 4 && long_lower * 8 <= capital ? Casing::title : Casing::normal;
}

// Marks the longest phrase that begins here; returns its length, 0 for none.
std::size_t mark_phrase(std::span<Token> tokens, const Lexicon& lexicon) {
    std::uint64_t hash = tokens[0].word->folded;
    Traits known = tokens[0].word->traits, best = 0;
    std::size_t length = 0;
    for (std::size_t n = 1; n < std::min(longest_phrase, tokens.size()); ++n) {
        if (!(known & trait::begins_phrase)) break;
        hash = extend_hash(hash, tokens[n].word->folded);
        known = lexicon.word(hash);
        const Traits traits = known & ~trait::begins_phrase;
        if (traits == 0 || (!tokens[n].word->capital && !(traits & trait::title))) continue;
        best = traits;
        length = n + 1;
    }
    for (std::size_t n = 0; n < length; ++n) {
        tokens[n].phrase = best;
        tokens[n].phrase_part = n == 0 ? 1 : n + 1 == length ? 3 : 2;
    }
    return length;
}

void mark_phrases(std::span<Token> sentence, const Lexicon& lexicon) {
    for (std::size_t at = 0; at < sentence.size();) {
        const Word& word = *sentence[at].word;
        const bool may_begin =
            word.has(trait::begins_phrase) && (word.capital || word.has(trait::title));
        const std::size_t length = may_begin ? mark_phrase(sentence.subspan(at), lexicon) : 0;
        at += std::max<std::size_t>(length, 1);
    }
}

Clues clues_at(std::span<const Token> sentence, std::size_t at) {
    Clues found = 0;
    if (!sentence[at].starts) found |= clue::inside_sentence;
    if (at > 0) {
        const Word& before = *sentence[at - 1].word;
        if (before.capital && before.has(trait::given_name)) found |= clue::after_given_name;
        if (before.has(trait::title)) found |= clue::after_title;
        if (before.lower == in_word) found |= clue::after_in;
        if (before.lower == the_word) found |= clue::after_the;
    }
    const bool after_capital = at > 0 && sentence[at - 1].word->capital;
    const bool before_capital = at + 1 < sentence.size() && sentence[at + 1].word->capital;
    if (after_capital && !before_capital) found |= clue::ends_run;
    if (before_capital && !after_capital) found |= clue::begins_run;
    if (at + 1 < sentence.size()) {
        const Word& after = *sentence[at + 1].word;
        if (after.capital && after.has(trait::organisation_word))
            found |= clue::before_organisation_word;
        if (is_speech(after)) found |= clue::before_said;
        if (after.lower == s_word || after.lower == curly_s_word) found |= clue::possessive;
    }
    return found;
}

void gather_clues(std::span<const Token> sentence, Forms& forms) {
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const Word& word = *sentence[at].word;
        if (word.capital)
            forms.at(word.exact).clues |= clues_at(sentence, at);
        else if (word.wordy)
            forms.at(word.lower).in_lower_case = true;
    }
}

}  // namespace

void read_context(Document& document, const Lexicon& lexicon, Forms& forms) {
    for (Sentence& sentence : document.sentences) {
        sentence.casing = casing(document.of(sentence));
        mark_phrases(document.of(sentence), lexicon);
        if (sentence.casing == Casing::normal) gather_clues(document.of(sentence), forms);
    }
    for (Token& token : document.tokens) {
        if (!token.word->capital) continue;
        if (const Forms::Form* form = forms.find(token.word->exact)) token.clues = form->clues;
        const Forms::Form* lower = forms.find(token.word->lower);
        if (lower && lower->in_lower_case) token.clues |= clue::in_lower_case;
    }
}

}  // namespace morgue::entities

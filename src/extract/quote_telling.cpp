#include "extract/quote_telling.hpp"

#include <algorithm>

#include "extract/speech_words.hpp"

namespace morgue::extract {

namespace {

using Words = std::span<const TellingWord>;

constexpr std::size_t none = std::size_t(-1);
constexpr std::size_t most_before_verb = 14, most_after_verb = 14, most_after_comma = 8;

bool is_verb(const TellingWord& word) {
    return !word.name && is_speech_verb(word.folded);
}

// What follows is the one spoken to.
bool has_listener(const TellingWord& verb) {
    return verb.folded == "told" || verb.folded == "tells";
}

bool is_lead_in(const TellingWord& word) {
    for (const char* each : {"but", "and", "as", "yet", "so"})
        if (word.folded == each) return true;
    return false;
}

// Whether the name at `at` stands alone before its verb: not after "for" or "and".
bool is_free_before(Words words, std::size_t at) {
    std::size_t first = at;
    while (first > 0 && !words[first - 1].comma && !words[first - 1].ends) --first;
    for (std::size_t i = first; i < at; ++i)
        if (words[i].name ||
            (is_preposition(words[i].folded) && !(i == first && is_lead_in(words[i]))))
            return false;
    return true;
}

// An organisation speaks only by its bare name: in "Acme lawyer" somebody else does.
bool speaks(const TellingWord& word) {
    return (word.is_person() || word.is_organisation()) && !word.possessive;
}

// "X [also] VERB", "X, who leads the party, VERB"
const Entity* name_before(Words words, std::size_t verb) {
    std::size_t at = verb;
    while (at > 0 && !words[at - 1].name && is_between_word(words[at - 1].folded)) --at;
    if (at == 0) return nullptr;
    const TellingWord& near = words[at - 1];
    if (speaks(near)) return is_free_before(words, at - 1) ? near.name : nullptr;
    if (!near.comma) return nullptr;
    for (std::size_t i = 0; i < at; ++i) {
        if (!words[i].name) continue;
        const bool apposition = words[i].is_person() && speaks(words[i]) && words[i].comma;
        return apposition && is_free_before(words, i) ? words[i].name : nullptr;
    }
    return nullptr;
}

// "VERB the minister X", "VERB a spokesman for the bank, X"
const Entity* name_after(Words words, std::size_t verb) {
    const Entity* found = nullptr;
    bool bound = false;  // by a preposition to what stands before it
    std::size_t commas = words[verb].comma;
    for (std::size_t i = verb + 1; i < words.size() && commas < 2; ++i) {
        const TellingWord& word = words[i];
        if (words[i - 1].ends) break;
        if (words[i - 1].comma) bound = false;
        if (word.name) {
            const bool more = i + 1 < words.size() && !word.comma && !word.ends;
            const bool joined =
                more && (words[i + 1].folded == "and" || words[i + 1].folded == "y");
            if (word.is_person()) return bound || joined || !speaks(word) ? nullptr : word.name;
            const bool bare = !more || is_preposition(words[i + 1].folded);
            if (word.is_organisation() && bare && !bound && speaks(word) && !joined)
                found = word.name;
            if (bare) return found;
        } else if (is_preposition(word.folded)) {
            bound = true;
        } else if (is_verb(word) || is_speaker_pronoun(word.folded)) {
            break;
        }
        commas += word.comma;
    }
    return found;
}

bool is_pronoun(const TellingWord& word) {
    return !word.name && is_speaker_pronoun(word.folded);
}

bool is_according_to(Words words, std::size_t at) {
    return at + 2 < words.size() && words[at].folded == "according" && words[at + 1].folded == "to";
}

Telling according_to(Words words, std::size_t at) {
    return {words[at].begin, words[at + 1].end, name_after(words, at + 1), false};
}

std::size_t first_verb(Words words) {
    for (std::size_t i = 0; i < std::min(words.size(), most_before_verb); ++i) {
        if (is_verb(words[i])) return i;
        if (words[i].ends) break;
    }
    return none;
}

// The subject stands before the verb: "she said", "the minister said", "X, 41, said".
std::optional<Telling> subject_first(Words words, std::size_t verb) {
    Telling out{words[verb].begin, words[verb].end, name_before(words, verb), false};
    if (!out.speaker) out.pronoun = verb > 0 && is_pronoun(words[verb - 1]);
    return out;
}

std::optional<Telling> verb_first(Words words, std::size_t verb) {
    if (has_listener(words[verb])) return std::nullopt;
    Telling out{words[verb].begin, words[verb].end, nullptr, false};
    if (verb + 1 < words.size() && is_pronoun(words[verb + 1]))
        out.pronoun = true;
    else
        out.speaker = name_after(words, verb);
    return out;
}

}  // namespace

std::optional<Telling> telling_after(Words words, bool certain) {
    if (is_according_to(words, 0)) return according_to(words, 0);
    const std::size_t verb = first_verb(words);
    if (verb == none) return std::nullopt;
    const TellingWord& head = words.front();
    const bool auxiliary = verb == 1 && !head.name && is_speech_auxiliary(head.folded);
    if (verb == 0 || auxiliary) return verb_first(words, verb);
    if (!certain || (!head.name && is_preposition(head.folded))) return std::nullopt;
    return subject_first(words, verb);
}

std::optional<Telling> telling_before(Words words, bool colon) {
    for (std::size_t i = words.size(); i-- > 1;) {
        if (!words[i - 1].ends) continue;
        words = words.subspan(i);
        break;
    }
    if (is_according_to(words, 0) && !colon) return according_to(words, 0);
    std::size_t verb = words.size();
    while (verb > 0 && !is_verb(words[verb - 1])) --verb;
    if (verb-- == 0) return std::nullopt;
    const std::size_t after = words.size() - verb - 1;
    if (after > (colon ? most_after_verb : most_after_comma)) return std::nullopt;
    const auto before_end = words.subspan(verb, after);
    const bool parted = std::any_of(before_end.begin(), before_end.end(),
                                    [](const TellingWord& word) { return word.comma; });
    if (!colon && parted) return std::nullopt;
    auto out = subject_first(words, verb);
    const bool somebody = out->speaker || out->pronoun;
    if (!somebody && colon && verb == 0) return verb_first(words, verb);
    if (!somebody && verb == 0) return std::nullopt;
    return out;
}

}  // namespace morgue::extract

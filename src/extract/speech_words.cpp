#include "extract/speech_words.hpp"

#include <algorithm>

namespace morgue::extract {

namespace {

// clang-format off
constexpr std::string_view speech_verbs[] = {
    // English
    "acknowledged", "added", "adds", "admitted", "admits", "agreed", "announced", "answered", "argued",
    "argues", "asked", "asks", "asserted", "boasted", "claimed", "claims", "commented", "complained",
    "conceded", "concluded", "confirmed", "contended", "continued", "countered", "cried", "declared", "declares",
    "emphasised", "emphasized", "exclaimed", "explained", "explains", "insisted", "insists", "joked", "lamented",
    "muttered", "noted", "notes", "observed", "promised", "quipped", "recalled", "recalls", "remarked", "replied",
    "replies", "responded", "retorted", "said", "says", "shouted", "stated", "states", "stressed", "suggested",
    "told", "tells", "tweeted", "urged", "vowed", "warned", "warns", "whispered", "wrote", "writes",
    // German
    "antwortete", "berichtete", "betonte", "betont", "erganzte", "erklarte", "erklart", "forderte", "fragte",
    "kritisierte", "meinte", "meint", "sagte", "sagt", "schrieb", "versicherte", "warnte", "warnt",
    // Spanish
    "advirtio", "afirma", "afirmo", "agrego", "aseguro", "comento", "conto", "declaro", "dice", "dijo",
    "explico", "explica", "indico", "insistio", "preciso", "pregunto", "recordo", "respondio", "reconocio", "senalo",
    "sostuvo",
    // French
    "affirme", "ajoute", "assure", "confie", "declare", "dit", "estime", "explique", "indique", "insiste",
    "lance", "poursuit", "precise", "raconte", "repond", "souligne",
    // Italian, Portuguese, Dutch
    "affermato", "aggiunto", "dichiarato", "detto", "spiegato", "acrescentou", "afirmou", "declarou",
    "disse", "explicou", "zei", "zegt", "aldus",
};
constexpr std::string_view auxiliaries[] = {"a", "ha", "had", "has", "hat", "have", "heeft", "hatte"};
constexpr std::string_view between_words[] = {
    "also", "then", "later", "once", "always", "often", "repeatedly", "simply", "just", "only", "himself",
    "herself", "recently", "previously", "earlier", "already", "jr", "sr",
};
constexpr std::string_view pronouns[] = {
    "he", "she", "they", "it", "we", "i", "you", "who", "er", "sie", "il", "elle", "ils", "elles", "on", "el",
    "ella", "ellos", "lui", "lei", "ele", "ela", "hij", "zij",
};
constexpr std::string_view prepositions[] = {
    "about", "after", "against", "alongside", "and", "as", "at", "because", "before", "behind", "beside", "but",
    "by", "during", "for", "from", "if", "in", "into", "like", "near", "of", "on", "or", "over", "since",
    "than", "that", "through", "to", "under", "until", "when", "where", "which", "while", "with", "without",
    "whose", "de", "du", "des", "von", "fur", "uber", "para", "por", "sobre", "pour", "sur", "di", "y", "und",
    "et", "e", "en",
};
constexpr std::string_view determiners[] = {
    "the", "a", "an", "his", "her", "their", "its", "one", "another", "der", "die", "das", "ein", "eine",
    "le", "la", "les", "un", "une", "el", "los", "las", "una", "o", "os", "um", "uma", "lo",
};
// clang-format on

template <std::size_t size>
bool has(const std::string_view (&list)[size], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace

bool is_speech_verb(std::string_view word) {
    return has(speech_verbs, word);
}
bool is_speech_auxiliary(std::string_view word) {
    return has(auxiliaries, word);
}
bool is_between_word(std::string_view word) {
    return has(between_words, word) || has(auxiliaries, word);
}
bool is_speaker_pronoun(std::string_view word) {
    return has(pronouns, word);
}
bool is_preposition(std::string_view word) {
    return has(prepositions, word);
}
bool is_determiner(std::string_view word) {
    return has(determiners, word);
}

}  // namespace morgue::extract

#include "index/stop_words.hpp"

#include <algorithm>
#include <array>

namespace morgue::index {

namespace {
// Articles, pronouns, prepositions, conjunctions and auxiliaries of English, and what a clitic
// leaves when its apostrophe was lost ("don t"), sorted.
constexpr std::array<std::string_view, 128> stop_words{
    "a",      "about", "above",   "after",   "again",   "against", "all",    "also",    "am",
    "an",     "and",   "any",     "are",     "as",      "at",      "be",     "because", "been",
    "before", "being", "below",   "between", "both",    "but",     "by",     "can",     "cannot",
    "could",  "did",   "do",      "does",    "doing",   "down",    "during", "each",    "few",
    "for",    "from",  "further", "had",     "has",     "have",    "having", "he",      "her",
    "here",   "hers",  "herself", "him",     "himself", "his",     "how",    "i",       "if",
    "in",     "into",  "is",      "it",      "its",     "itself",  "ll",     "me",      "more",
    "most",   "my",    "myself",  "no",      "nor",     "not",     "of",     "off",     "on",
    "once",   "only",  "or",      "other",   "ought",   "our",     "ours",   "out",     "over",
    "own",    "re",    "s",       "same",    "she",     "should",  "so",     "some",    "such",
    "t",      "than",  "that",    "the",     "their",   "theirs",  "them",   "then",    "there",
    "these",  "they",  "this",    "those",   "through", "to",      "too",    "under",   "until",
    "up",     "ve",    "very",    "was",     "we",      "were",    "what",   "when",    "where",
    "which",  "while", "who",     "whom",    "why",     "will",    "with",   "would",   "you",
    "your",   "yours"};
static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));
}  // namespace

bool is_stop_word(std::string_view folded) {
    return std::binary_search(stop_words.begin(), stop_words.end(), folded);
}

}  // namespace morgue::index

#pragma once
// What a word of a query stands for in an index: its stems, its other forms, the words that a
// wildcard or a misspelling matches.
#include <map>
#include <morgue/error.hpp>
#include <morgue/field.hpp>
#include <optional>
#include <string>
#include <vector>

#include "index/stemmer.hpp"
#include "index/vocabulary.hpp"
#include "query/ast.hpp"

namespace morgue::index {

inline constexpr std::size_t max_expansion = 4096;  // words that one wildcard may stand for

// What one part of a query was widened to; for --explain.
struct Widening {
    std::string typed;               // corrupt*
    std::vector<std::string> words;  // at most `max_expansion`, in order
    std::size_t total = 0;           // how many the index has
};

// Not shared between threads.
class Lexicon {
public:
    Lexicon(const TermLists& lists, const std::vector<std::string>& languages);

    // A stem of a word, and the terms of the languages in whose articles it stands for the word:
    // "los" is French "lose", but in English articles a part of Los Angeles. None: in all.
    struct Stem {
        std::string text;
        std::vector<std::string> languages;
    };
    // A folded word's stems in every language, those that the index knows; the prefix is that of a
    // field. The leading language's stands for the word everywhere, and so does that of articles
    // whose language is unknown.
    std::vector<Stem> stems(const std::string& prefix, std::string_view word);

    // The words of the index that share a stem with this one, in order; itself if there is none.
    const std::vector<std::string>& forms(const std::string& word);

    // The words of a field that match a folded pattern, or are so many edits from a folded word.
    // Throws Error::Kind::query when the whole query stands for too many words.
    const std::vector<std::string>& like(query::InField field, const std::string& pattern);
    const std::vector<std::string>& near(query::InField field, const std::string& word,
                                         unsigned edits);
    // The terms of values that match a folded pattern.
    const std::vector<std::string>& values_like(Field::Id field, const std::string& pattern);

    std::vector<Problem> problems;    // of wildcards that stand for too many words
    std::vector<Widening> widenings;  // in the order they were met

private:
    struct Language {
        std::string name;
        Stemmer stemmer;
    };

    const std::vector<std::string>& keep(const std::string& key, const std::string& typed,
                                         Expansion found);
    void forms_in(Language& language, const std::string& word, std::vector<std::string>& out);
    const std::vector<std::string>& terms_of(const std::string& language);
    void count(std::size_t words);

    TermLists lists_;
    std::vector<Language> languages_;
    std::optional<std::map<std::string, std::vector<std::string>>> language_terms_;
    std::map<std::string, std::vector<std::string>> known_;  // by what was asked
    std::size_t total_ = 0;
};

// The prefix of a field's words; those of the body, the lead and of no field have none.
std::string word_prefix(query::InField field);

}  // namespace morgue::index

#pragma once
// Everything known beforehand: the gazetteers and word lists of corpus/entities in one hash table.
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "entities/token.hpp"

namespace morgue::entities {

// Immutable once made: any number of threads may use one.
class Lexicon {
public:
    using File = std::pair<std::string_view, std::string_view>;  // name, text

    // Lines "kind<TAB>items[<TAB>demonyms]"; see corpus/entities.
    explicit Lexicon(std::span<const File> files);

    // What is known of a word written like this.
    Traits word(std::uint64_t hash, Token::Shape shape) const;

    // Whether a word and the dot behind it are an abbreviation, and what is known of it.
    Traits abbreviation(std::uint64_t hash) const;

    struct Phrase {
        Traits traits = 0;
        std::size_t length = 0;  // tokens, joining hyphens included; 0: none
    };

    // The longest phrase of two or more words that begins at the first token.
    Phrase longest_phrase(std::span<const Token> tokens) const;

private:
    struct Entry {
        Traits traits = 0;
        std::uint8_t longest = 0;     // words of the longest phrase that begins with this word
        std::uint8_t lower_case = 0;  // bit n: word n of this phrase may be in lower case
    };
    struct Identity {
        std::size_t operator()(std::uint64_t hash) const { return std::size_t(hash); }
    };

    void add_line(std::string_view line);
    void add(std::string_view item, Traits traits);
    void add_phrase(std::span<const Token> tokens, Traits traits);
    Traits traits_of(std::uint64_t key) const;

    std::unordered_map<std::uint64_t, Entry, Identity> entries_;  // words and phrases
};

}  // namespace morgue::entities

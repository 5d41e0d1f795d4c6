#pragma once
// Word -> stem, by the Snowball stemmer of a language; words are stemmed once and remembered.
#include <xapian.h>
#include <string>
#include <string_view>
#include <unordered_map>

namespace morgue::index {

// The language whose stemmer reads an article: "de" of "de-AT"; English where none is known.
std::string stem_language(std::string_view bcp47);

// Not shared between threads.
class Stemmer {
public:
    // A language without a stemmer leaves words as they are.
    explicit Stemmer(const std::string& language);

    // The stem of a folded word; valid until the next call.
    std::string_view operator()(std::string_view word);

private:
    struct TransparentHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    static constexpr std::size_t most_remembered = 200'000;  // words, about 20 MB

    std::string spelt(std::string_view word) const;

    Xapian::Stem stem_;
    std::string language_;
    std::unordered_map<std::string, std::string, TransparentHash, std::equal_to<>> known_;
};

}  // namespace morgue::index

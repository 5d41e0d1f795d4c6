#include "index/stemmer.hpp"

#include <array>

#include "text/utf8.hpp"

namespace morgue::index {

namespace {
Xapian::Stem snowball(const std::string& language) {
    try {
        return Xapian::Stem(language);
    } catch (const Xapian::InvalidArgumentError&) {
        return {};
    }
}

// Words come folded, but some endings are known to the stemmers with their accents only; and the
// Portuguese stemmer keeps -ao and its plural -oes apart. In this order.
struct Ending {
    std::string_view language, folded, spelt;
};
constexpr std::array<Ending, 5> endings{{
    {"es", "acion", "ación"},
    {"es", "ucion", "ución"},
    {"pt", "oes", "ao"},
    {"pt", "acao", "ação"},
    {"pt", "ucao", "ução"},
}};

}  // namespace

std::string stem_language(std::string_view bcp47) {
    const std::string_view primary = bcp47.substr(0, bcp47.find_first_of("-_"));
    return primary.empty() ? "en" : std::string(primary);
}

Stemmer::Stemmer(const std::string& language)
    : stem_(snowball(language)), language_(language) {}

std::string Stemmer::spelt(std::string_view word) const {
    std::string out(word);
    for (const auto& [language, folded, spelt] : endings)
        if (language == language_ && out.ends_with(folded))
            out.replace(out.size() - folded.size(), folded.size(), spelt);
    return out;
}

std::string_view Stemmer::operator()(std::string_view word) {
    const auto found = known_.find(word);
    if (found != known_.end()) return found->second;
    if (known_.size() >= most_remembered) known_.clear();
    std::string key(word);
    std::string stem = text::fold(stem_(spelt(word)));
    return known_.emplace(std::move(key), std::move(stem)).first->second;
}

}  // namespace morgue::index

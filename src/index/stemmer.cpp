#include "index/stemmer.hpp"

#include <algorithm>
#include <array>

#include "index/term_hash.hpp"
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
    : stem_(snowball(language)), language_(language), slots_(std::size_t(1) << 12) {}

std::string Stemmer::stem(std::string_view word) const {
    return text::fold(stem_(spelt(word)));
}

std::string Stemmer::spelt(std::string_view word) const {
    std::string out(word);
    for (const auto& [language, folded, spelt] : endings)
        if (language == language_ && out.ends_with(folded))
            out.replace(out.size() - folded.size(), folded.size(), spelt);
    return out;
}

std::string_view Stemmer::operator()(std::string_view word) {
    const std::uint64_t leading = leading_bytes(word);
    return (*this)(word, leading, hash_term(word, leading));
}

std::string_view Stemmer::operator()(std::string_view word, std::uint64_t leading,
                                     std::uint32_t hash) {
    if (word.size() > longest_remembered) return last_ = stem(word);
    for (std::size_t at = home(hash); true; at = (at + 1) & (slots_.size() - 1)) {
        if (!slots_[at]) return learn(word, leading, hash, at);
        const Known& known = known_[slots_[at] - 1];
        if (known.leading == leading && known.word == word.size() &&
            same_rest(bytes_.data() + known.text, word.data(), word.size()))
            return {bytes_.data() + known.text + known.word, known.stem};
    }
}

std::string_view Stemmer::learn(std::string_view word, std::uint64_t leading, std::uint32_t hash,
                                std::size_t slot) {
    last_ = stem(word);
    if (last_.size() > longest_remembered) return last_;
    if (known_.size() >= most_remembered) {
        forget();
        return last_;
    }
    known_.push_back({leading, hash, std::uint32_t(bytes_.size()), std::uint8_t(word.size()),
                      std::uint8_t(last_.size())});
    bytes_.append(word).append(last_);
    slots_[slot] = std::uint32_t(known_.size());
    if (known_.size() * 2 > slots_.size()) grow();
    return last_;
}

void Stemmer::grow() {
    slots_.assign(slots_.size() * 2, 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t i = 0; i < known_.size(); ++i) {
        std::size_t at = known_[i].hash & mask;
        while (slots_[at]) at = (at + 1) & mask;
        slots_[at] = i + 1;
    }
}

void Stemmer::forget() {
    std::fill(slots_.begin(), slots_.end(), 0);
    known_.clear();
    bytes_.clear();
}

}  // namespace morgue::index

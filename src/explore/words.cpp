#include "explore/words.hpp"

#include "index/term_hash.hpp"
#include "text/words.hpp"

namespace morgue::explore {

// Open addressing over an arena: a hash table of strings misses the cache too often.
std::size_t WordNumbers::slot_of(std::string_view word, std::uint64_t leading,
                                 std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; true; at = (at + 1) & mask) {
        if (slots_[at] == 0) return at;
        const Item& item = words_[slots_[at] - 1];
        if (item.leading == leading && item.length == word.size() &&
            index::same_rest(bytes_.data() + item.text, word.data(), word.size()))
            return at;
    }
}

std::uint32_t WordNumbers::number(std::string_view folded) {
    const std::uint64_t leading = index::leading_bytes(folded);
    const std::uint32_t hash = index::hash_term(folded, leading);
    const std::size_t at = slot_of(folded, leading, hash);
    if (slots_[at] != 0) return slots_[at] - 1;
    words_.push_back({leading, hash, std::uint32_t(bytes_.size()), std::uint32_t(folded.size())});
    bytes_.append(folded);
    slots_[at] = std::uint32_t(words_.size());
    if (words_.size() * 2 > slots_.size()) grow();
    return std::uint32_t(words_.size() - 1);
}

std::uint32_t WordNumbers::find(std::string_view folded) const {
    const std::uint64_t leading = index::leading_bytes(folded);
    const std::size_t at = slot_of(folded, leading, index::hash_term(folded, leading));
    return slots_[at] == 0 ? no_word : slots_[at] - 1;
}

void WordNumbers::grow() {
    slots_.assign(slots_.size() * 2, 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
        std::size_t at = words_[i].hash & mask;
        while (slots_[at] != 0) at = (at + 1) & mask;
        slots_[at] = i + 1;
    }
}

void read_tokens(std::string_view text, WordNumbers& numbers, std::vector<Token>& out) {
    out.clear();
    text::Words words(text);
    while (const text::Word* word = words.next())
        out.push_back({word->begin, word->end, numbers.number(word->folded)});
}

void read_places(std::string_view text, Places& out) {
    out.clear();
    text::Words words(text);
    while (const text::Word* word = words.next()) out.emplace_back(word->begin, word->end);
}

std::string first_word(std::string_view text) {
    text::Words words(text);
    const text::Word* word = words.next();
    return word ? std::string(word->folded) : std::string();
}

}  // namespace morgue::explore

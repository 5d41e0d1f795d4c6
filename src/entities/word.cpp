#include "entities/word.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "entities/hashing.hpp"
#include "text/utf8.hpp"

namespace morgue::entities {

namespace {

// Longer words are no names; their ends are not looked at.
constexpr std::size_t longest_word = 64;
constexpr std::size_t most_words = 65'536;  // about 10 MB

// One character for each code point: X a capital, x another letter, d a digit, else itself or ?.
std::string outline(std::string_view form) {
    std::string out;
    for (std::size_t at = 0; at < form.size();) {
        const char32_t c = text::decode(form, at);
        if (c >= U'0' && c <= U'9')
            out += 'd';
        else if (text::is_upper(c))
            out += 'X';
        else if (text::is_letter(c) || text::is_accent(c))
            out += 'x';
        else
            out += c < 0x80 ? char(c) : '?';
    }
    return out;
}

std::string without_repeats(std::string text) {
    text.erase(std::unique(text.begin(), text.end()), text.end());
    return text.substr(0, 8);
}

std::string lower_case(std::string_view form) {
    const bool ascii = std::ranges::all_of(form, [](char c) { return (c & 0x80) == 0; });
    if (!ascii) return text::lower(form);
    std::string out(form);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return out;
}

std::string same_digits(std::string text) {
    for (char& c : text)
        if (c >= '1' && c <= '9') c = '0';
    return text;
}

// The byte where the last `n` characters begin.
std::size_t tail(std::string_view text, std::size_t n) {
    std::size_t at = text.size();
    for (; n > 0 && at > 0; --n) do
            --at;
        while (at > 0 && (text[at] & 0xC0) == 0x80);
    return n == 0 ? at : std::string_view::npos;
}

void add_affixes(Word& word, std::string_view lower) {
    for (std::size_t n = 0; n < word.prefixes.size(); ++n) {
        const std::size_t end = text::byte_offset(lower, n + 2);
        if (text::code_points(lower.substr(0, end)) == n + 2)
            word.prefixes[n] = hash_bytes(lower.substr(0, end));
    }
    for (std::size_t n = 0; n < word.suffixes.size(); ++n) {
        const std::size_t begin = tail(lower, n + 2);
        if (begin != std::string_view::npos) word.suffixes[n] = hash_bytes(lower.substr(begin));
    }
}

// "Jean-Claude" is looked up by its last part where the whole is unknown.
std::string_view last_part(std::string_view lower) {
    const std::size_t hyphen = lower.rfind('-');
    return hyphen == lower.npos ? lower : lower.substr(hyphen + 1);
}

}  // namespace

Word describe(std::string_view form, const Lexicon& lexicon) {
    form = form.substr(0, longest_word);
    Word word;
    const std::string lower = lower_case(form), shape = outline(form);
    word.exact = hash_bytes(form);
    word.lower = hash_bytes(same_digits(lower));
    word.folded = folded_hash(form);
    word.shape = hash_bytes(without_repeats(shape));
    word.long_shape = hash_bytes(shape.substr(0, 8));
    add_affixes(word, lower);
    word.traits = lexicon.word(word.folded);
    word.meaning = lexicon.meaning(hash_bytes(lower));
    if (!word.meaning.known()) word.meaning = lexicon.meaning(hash_bytes(last_part(lower)));
    const auto count = [&](char kind) { return std::ranges::count(shape, kind); };
    word.wordy = count('X') + count('x') + count('d') > 0;
    word.capital = !shape.empty() && shape[0] == 'X';
    word.caps = count('X') >= 2 && count('x') == 0;
    return word;
}

WordCache::WordCache(const Lexicon& lexicon) : lexicon_(lexicon), slots_(2 * most_words) {}

namespace {

template <class Number>
std::uint64_t bytes_at(const char* from) {
    Number value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

// Up to eight bytes as one number.
std::uint64_t short_piece(std::string_view bytes) {
    const char* const from = bytes.data();
    const std::size_t size = bytes.size();
    if (size == 8) return bytes_at<std::uint64_t>(from);
    if (size >= 4)
        return bytes_at<std::uint32_t>(from) | bytes_at<std::uint32_t>(from + size - 4) << 32;
    if (size == 0) return 0;
    const auto byte = [&](std::size_t at) { return std::uint64_t(std::uint8_t(from[at])); };
    return byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
}

}  // namespace

std::uint64_t WordCache::hash(std::string_view form) {
    std::uint64_t hash = form.size() * 0x9E3779B97F4A7C15u;
    const auto add = [&](std::uint64_t piece) {
        hash = (hash ^ piece) * 0x9FB21C651E98DF25u;
        hash ^= hash >> 29;
    };
    for (; form.size() > 8; form.remove_prefix(8)) add(bytes_at<std::uint64_t>(form.data()));
    add(short_piece(form));
    return hash;
}

const Word& WordCache::find(std::string_view form, std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = home(hash);
    for (; slots_[at].word; at = (at + 1) & mask)
        if (slots_[at].hash == hash) return *slots_[at].word;
    words_.push_back(describe(form, lexicon_));
    slots_[at] = {hash, &words_.back()};
    if (words_.size() * 2 > slots_.size()) grow();
    return words_.back();
}

void WordCache::grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (const Slot& slot : slots_) {
        if (!slot.word) continue;
        std::size_t at = (slot.hash ^ (slot.hash >> 32)) & mask;
        while (larger[at].word) at = (at + 1) & mask;
        larger[at] = slot;
    }
    slots_ = std::move(larger);
}

void WordCache::trim() {
    if (words_.size() < most_words) return;
    words_.clear();
    slots_.assign(2 * most_words, {});
}

}  // namespace morgue::entities

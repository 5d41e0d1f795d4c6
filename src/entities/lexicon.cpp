#include "entities/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "entities/tokenise.hpp"

namespace morgue::entities {

namespace {

struct Kind {
    std::string_view name;
    char separator;
    Traits traits;
};

// clang-format off
constexpr std::array kinds{
    Kind{"country",            '|', trait::place},
    Kind{"state",              '|', trait::place},
    Kind{"state-abbreviation", '|', trait::place | trait::abbreviation},
    Kind{"region",             '|', trait::place},
    Kind{"water",              '|', trait::place},
    Kind{"city",               '|', trait::place},
    Kind{"weak-place",         '|', trait::place | trait::weak},
    Kind{"body",               '|', trait::organisation},
    Kind{"institution",        '|', trait::organisation},
    Kind{"agency",             '|', trait::organisation},
    Kind{"party",              '|', trait::organisation},
    Kind{"armed",              '|', trait::organisation},
    Kind{"media",              '|', trait::organisation},
    Kind{"company",            '|', trait::organisation},
    Kind{"sport",              '|', trait::organisation},
    Kind{"university",         '|', trait::organisation},
    Kind{"weak-organisation",  '|', trait::organisation | trait::weak},
    Kind{"courtesy",           '|', trait::courtesy},
    Kind{"rank",               '|', trait::rank},
    Kind{"role",               '|', trait::role},
    Kind{"suffix",             '|', trait::name_suffix},
    Kind{"never-phrase",       '|', trait::never},
    Kind{"given-name",         ' ', trait::given_name},
    Kind{"family-name",        ' ', trait::family_name},
    Kind{"organisation-end",   ' ', trait::organisation_end},
    Kind{"organisation-head",  ' ', trait::organisation_head},
    Kind{"of-head",            ' ', trait::of_head | trait::organisation_head},
    Kind{"organisation-front", ' ', trait::organisation_front},
    Kind{"place-end",          ' ', trait::place_end},
    Kind{"place-front",        ' ', trait::place_front},
    Kind{"calendar",           ' ', trait::never},
    Kind{"misc",               ' ', trait::never},
    Kind{"follower",           ' ', trait::demonym},
    Kind{"common",             ' ', trait::common},
    Kind{"abbreviation",       ' ', trait::abbreviation},
    Kind{"particle",           ' ', trait::particle},
    Kind{"locative",           ' ', trait::locative},
    Kind{"direction-word",     ' ', trait::direction_word},
    Kind{"speech",             ' ', trait::speech},
    Kind{"place-noun",         ' ', trait::place_noun},
    Kind{"compass",            ' ', trait::compass},
    Kind{"organisation-noun",  ' ', trait::organisation_noun},
};
// clang-format on

constexpr std::size_t longest_phrase_words = 8;

// Acronyms and abbreviations are kept apart from words spelt alike: WHO, Miss.
constexpr std::uint64_t acronym_key = 0x5bd1e9955bd1e995u, abbreviation_key = 0xc2b2ae3d27d4eb4fu;

template <class Visit>
void each_part(std::string_view text, char separator, Visit visit) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

Lexicon::Lexicon(std::span<const File> files) {
    entries_.reserve(20'000);
    for (const auto& [name, text] : files)
        each_part(text, '\n', [this](std::string_view line) { add_line(line); });
}

void Lexicon::add_line(std::string_view line) {
    if (line.starts_with('#')) return;
    std::array<std::string_view, 3> columns;
    std::size_t count = 0;
    each_part(line, '\t', [&](std::string_view column) {
        if (count < columns.size()) columns[count++] = column;
    });
    const auto kind = std::ranges::find(kinds, columns[0], &Kind::name);
    assert(kind != kinds.end() && "a kind that corpus/entities invents must be listed here");
    if (kind == kinds.end()) return;
    each_part(columns[1], kind->separator, [&](std::string_view item) { add(item, kind->traits); });
    each_part(columns[2], '|', [&](std::string_view item) { add(item, trait::demonym); });
}

void Lexicon::add(std::string_view item, Traits traits) {
    std::vector<Token> tokens = tokenise(item, nullptr);
    std::erase_if(tokens,
                  [](const Token& token) { return token.mark == '-' || token.mark == '.'; });
    if (tokens.empty()) return;
    if (tokens.size() > 1) return add_phrase(tokens, traits);
    std::uint64_t key = tokens[0].hash;
    const bool acronym = tokens[0].shape == Token::Shape::caps;
    if (acronym) {
        key ^= acronym_key;
        traits |= trait::in_capitals;
    } else if (item.ends_with('.')) {
        key ^= abbreviation_key;
    }
    entries_[key].traits |= traits;
}

void Lexicon::add_phrase(std::span<const Token> tokens, Traits traits) {
    assert(tokens.size() <= longest_phrase_words);
    Entry& start = entries_[tokens[0].hash];
    start.traits |= trait::phrase_start;
    start.longest = std::max(start.longest, std::uint8_t(tokens.size()));
    std::uint64_t key = 0;
    unsigned lower_case = 0;
    for (std::size_t n = 0; n < tokens.size(); ++n) {
        key = extend_hash(key, tokens[n].hash);
        if (!tokens[n].is_capitalised()) lower_case |= 1u << n;
    }
    Entry& phrase = entries_[key];
    phrase.traits |= traits;
    phrase.lower_case = std::uint8_t(phrase.lower_case | lower_case);
}

Traits Lexicon::traits_of(std::uint64_t key) const {
    const auto found = entries_.find(key);
    return found == entries_.end() ? 0 : found->second.traits;
}

Traits Lexicon::word(std::uint64_t hash, Token::Shape shape) const {
    const Traits plain = traits_of(hash);
    if (shape != Token::Shape::caps) return plain;
    const Traits acronym = traits_of(hash ^ acronym_key);
    return acronym ? acronym | (plain & (trait::phrase_start | trait::common)) : plain;
}

Traits Lexicon::abbreviation(std::uint64_t hash) const {
    return traits_of(hash ^ abbreviation_key);
}

Lexicon::Phrase Lexicon::longest_phrase(std::span<const Token> tokens) const {
    Phrase best;
    if (tokens.empty() || !tokens[0].has(trait::phrase_start)) return best;
    const auto start = entries_.find(tokens[0].hash);
    const std::size_t most = start == entries_.end() ? 0 : start->second.longest;
    std::uint64_t key = 0;
    unsigned lower_case = 0;
    for (std::size_t at = 0, words = 0; at < tokens.size() && words < most; ++at) {
        const Token& token = tokens[at];
        if (token.mark == '-') continue;
        if ((!token.is_word() && token.mark != '&') || (at > 0 && token.starts)) break;
        key = extend_hash(key, token.hash);
        if (!token.is_capitalised()) lower_case |= 1u << words;
        if (++words < 2) continue;
        const auto found = entries_.find(key);
        if (found == entries_.end() || (lower_case & ~unsigned(found->second.lower_case))) continue;
        if (found->second.traits) best = {found->second.traits, at + 1};
    }
    return best;
}

}  // namespace morgue::entities

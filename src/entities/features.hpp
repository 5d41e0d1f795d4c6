#pragma once
// The features of a token: templates filled in with what stands around it, as hashes. The list is
// part of the model: a change means training anew. `emit` is called with each feature's hash.
#include <bit>
#include <span>
#include <type_traits>

#include "entities/context.hpp"
#include "entities/hashing.hpp"

namespace morgue::entities {

// More than any token has.
inline constexpr std::size_t most_features = 160;

// Which tokens may be of a name: capitalised ones, but for the most frequent words ("The", "He")
// that only begin a sentence.
inline bool is_gate(std::span<const Token> sentence, std::size_t at) {
    constexpr std::uint8_t frequent = 8;  // binary logarithm of a rank
    const Word& word = *sentence[at].word;
    if (!word.capital) return false;
    const bool common = sentence[at].starts && word.meaning.known() &&
                        word.meaning.rank <= frequent && !word.caps && word.traits == 0;
    return !common || (at + 1 < sentence.size() && sentence[at + 1].word->capital);
}

namespace feature_detail {

inline const Word no_word{};

// What stands where, seen from one token.
struct View {
    std::span<const Token> sentence;
    std::size_t at;
    Casing casing;

    bool has(int offset) const {
        const std::ptrdiff_t place = std::ptrdiff_t(at) + offset;
        return place >= 0 && place < std::ptrdiff_t(sentence.size());
    }
    const Token& token(int offset) const {
        return sentence[std::size_t(std::ptrdiff_t(at) + offset)];
    }
    const Word& word(int offset) const { return has(offset) ? *token(offset).word : no_word; }

    // Capitals mean something else in a shouted sentence.
    std::uint64_t shape(int offset) const {
        return word(offset).shape + std::uint64_t(casing) * 0x9E3779B9u;
    }
    std::uint64_t fine(int offset) const { return word(offset).meaning.fine; }
    std::uint64_t middle(int offset) const { return word(offset).meaning.middle; }
    std::uint64_t coarse(int offset) const { return word(offset).meaning.coarse; }
    std::uint64_t traits(int offset) const {
        return word(offset).traits * 2u + word(offset).capital;
    }

    // The nearest word without a capital in one direction, up to four tokens away.
    std::uint64_t plain_word(int step) const {
        for (int offset = step; offset != 5 * step && has(offset); offset += step)
            if (!word(offset).capital) return word(offset).lower;
        return 0;
    }
};

// Numbers the templates as they are written down.
template <class Emit>
struct Templates {
    Emit& emit;
    std::uint32_t form;

    void operator()(std::uint64_t value) { emit(feature_hash(++form, value)); }
    void operator()(std::uint64_t first, std::uint64_t second) {
        (*this)(extend_hash(first, second));
    }
    void operator()(std::uint64_t first, std::uint64_t second, std::uint64_t third) {
        (*this)(extend_hash(extend_hash(first, second), third));
    }
    // One template for each bit that is set.
    void each(std::uint32_t bits, std::uint64_t value) {
        for (; bits; bits &= bits - 1)
            emit(feature_hash(form + 1 + std::uint32_t(std::countr_zero(bits)), value));
        form += 32;
    }
};

template <class Emit>
void words_and_shapes(const View& see, Templates<Emit>& add) {
    const Word& here = see.word(0);
    const std::uint64_t shape = see.shape(0);
    add(0);
    for (int offset = -2; offset <= 2; ++offset) add(see.word(offset).lower);
    add(see.word(-1).lower, here.lower);
    add(here.lower, see.word(1).lower);
    add(shape);
    add(see.shape(-1), shape, see.shape(1));
    add(see.token(0).starts, shape);
    add(here.long_shape);
    for (const std::uint64_t prefix : here.prefixes) add(prefix);
    for (const std::uint64_t suffix : here.suffixes) add(suffix);
    add(shape, see.word(-1).lower);
    add(shape, see.word(1).lower);
    add(see.word(-1).suffixes[1]);
    add(see.word(1).suffixes[1]);
    add(see.plain_word(-1), here.capital);
    add(see.plain_word(1), here.capital);
}

template <class Emit>
void meanings(const View& see, Templates<Emit>& add) {
    const std::uint64_t shape = see.shape(0);
    for (int offset = -1; offset <= 1; ++offset) add(see.fine(offset));
    add(see.fine(0), shape);
    for (int offset = -2; offset <= 2; ++offset) add(see.middle(offset));
    add(see.middle(0), shape);
    add(see.middle(-1), see.middle(0));
    add(see.middle(0), see.middle(1));
    add(see.middle(-1), shape, see.middle(1));
    add(extend_hash(see.coarse(-1), shape), see.coarse(0), see.coarse(1));
    add(see.word(0).meaning.rank, shape);
}

template <class Emit>
void knowledge(const View& see, Templates<Emit>& add) {
    const Token& here = see.token(0);
    const std::uint64_t shape = see.shape(0);
    for (int offset = -1; offset <= 1; ++offset) add(see.traits(offset));
    add(see.traits(-1), see.traits(0));
    add(see.traits(0), see.traits(1));
    add.each(here.word->traits, shape);
    if (here.phrase_part != 0) {
        const std::uint64_t phrase = here.phrase * 4u + here.phrase_part;
        add(phrase);
        add(phrase, shape);
    } else {
        add.form += 2;
    }
    if (see.word(-1).has(trait::title)) add(shape);
}

template <class Emit>
void clues(const View& see, Templates<Emit>& add) {
    const Token& here = see.token(0);
    if (!here.word->capital) return;
    add.form = 200;
    constexpr Clues telling = clue::after_given_name | clue::before_organisation_word |
                              clue::after_in | clue::before_said | clue::in_lower_case;
    add.each(here.clues, see.shape(0));
    add(here.clues);
    add(here.clues & telling, see.coarse(0));
}

}  // namespace feature_detail

// Everything but the history, which changes while a document is labelled.
template <class Emit>
void static_features(std::span<const Token> sentence, Casing casing, std::size_t at, Emit&& emit) {
    const feature_detail::View see{sentence, at, casing};
    feature_detail::Templates<std::remove_reference_t<Emit>> add{emit, 0};
    feature_detail::words_and_shapes(see, add);
    feature_detail::meanings(see, add);
    feature_detail::knowledge(see, add);
    feature_detail::clues(see, add);
}

// The first reading of a document knows the sentences before, the second all of them.
enum class Reading : std::uint8_t { first, second };

template <class Emit>
void history_features(std::span<const Token> sentence, std::size_t at, Reading reading,
                      Emit&& emit) {
    const feature_detail::View see{sentence, at, Casing::normal};
    const std::uint64_t here = see.token(0).history;
    const auto history = [&](int offset) -> std::uint64_t {
        return see.has(offset) ? see.token(offset).history : 0;
    };
    feature_detail::Templates<std::remove_reference_t<Emit>> add{
        emit, reading == Reading::first ? 1000u : 1100u};
    if (here) {
        add(here);
        add(here, see.word(0).shape);
        add(here, see.word(-1).capital, see.word(1).capital);
    } else {
        add.form += 3;
    }
    if (history(-1)) add(history(-1));
    ++add.form;
    if (history(1)) add(history(1));
}

}  // namespace morgue::entities

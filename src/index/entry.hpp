#pragma once
// What the index keeps of one article version: what an Analyser makes, a SegmentWriter writes and
// `check --deep` compares. Plain data, written once; independent of how a segment is stored.
#include <cstdint>
#include <morgue/field.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "story/sketch.hpp"

namespace morgue::index {

// Number of an article version, and its Xapian document id in every segment. From 1.
using Seq = std::uint32_t;

struct Entry {
    struct Term {
        std::uint32_t text;       // offset in `bytes`
        std::uint32_t positions;  // offset in `positions`
        std::uint32_t count;      // of positions
        std::uint32_t wdf;        // within-document frequency; 0 for a boolean term
        std::uint8_t length;      // bytes, at most max_term
        std::uint32_t hash = 0;   // of the text, by sort_terms()
    };
    struct Value {
        std::uint32_t slot;
        std::string bytes;
    };
    struct FacetValue {
        Field::Id field;
        std::string value;
        bool prominent = false;  // of an entity: the article is about it, or nearly so
        bool operator==(const FacetValue&) const = default;
    };

    Seq seq = 0;
    std::string bytes;        // of all terms, one after another
    std::vector<Term> terms;  // no two alike; in their order once sort_terms() was called
    std::vector<std::uint32_t> positions;  // of each term: ascending
    std::vector<Value> values;             // by slot, once the Analyser has finished it
    std::vector<FacetValue> facets;
    std::uint32_t words = 0;  // of the body
    story::Sketch sketch;

    std::string_view text(const Term& term) const {
        return std::string_view(bytes).substr(term.text, term.length);
    }
    void add_term(std::string_view prefix, std::string_view word, std::uint32_t wdf,
                  std::uint32_t first_position = 0, std::uint32_t count = 0) {
        terms.push_back({std::uint32_t(bytes.size()), first_position, count, wdf,
                         std::uint8_t(prefix.size() + word.size())});
        bytes.append(prefix).append(word);
    }
    // Bytewise, and hashes them; what a SegmentWriter wants.
    void sort_terms();

    std::size_t memory() const {
        return bytes.size() + terms.size() * sizeof(Term) + positions.size() * 4 + 1024;
    }
};

inline constexpr std::size_t max_term = 245;  // bytes, Xapian's limit

}  // namespace morgue::index

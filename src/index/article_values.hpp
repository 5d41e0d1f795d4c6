#pragma once
// What the index keeps of each article beside its words: dates, length, facet values, terms. Quick
// where seqs rise.
#include <xapian.h>
#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/snapshot.hpp"
#include "index/terms.hpp"

namespace morgue::index {

// The values of one slot.
class ValueColumn {
public:
    ValueColumn(const Snapshot& snapshot, Slot slot) : snapshot_(snapshot), slot_(slot) {}

    // Empty when the article has none; valid until the next call.
    const std::string& at(Seq seq);

private:
    static constexpr std::size_t nowhere = std::size_t(-1);

    const Snapshot& snapshot_;
    Slot slot_;
    std::size_t segment_ = nowhere;
    Xapian::ValueIterator here_, end_;
    Seq last_ = 0;
    std::string value_;
};

// When articles were published: the first and the last second that their dates may mean.
class PublishedColumn {
public:
    explicit PublishedColumn(const Snapshot& snapshot)
        : first_(snapshot, Slot::date_first), last_(snapshot, Slot::date_last) {}

    struct Span {
        std::chrono::sys_seconds first, last;
    };
    std::optional<Span> at(Seq seq);

private:
    ValueColumn first_, last_;
};

// Words of the body.
class WordsColumn {
public:
    explicit WordsColumn(const Snapshot& snapshot) : column_(snapshot, Slot::word_count) {}
    std::uint32_t at(Seq seq);

private:
    ValueColumn column_;
};

// Whether articles have a term: flags like "the byline is known", say.
class TermColumn {
public:
    TermColumn(const Snapshot& snapshot, std::string term)
        : snapshot_(snapshot), term_(std::move(term)) {}
    bool at(Seq seq);

private:
    const Snapshot& snapshot_;
    std::string term_;
    std::optional<std::size_t> segment_;
    Xapian::PostingIterator here_, end_;
    Seq last_ = 0;
};

// The values of one facet, numbered from 0 in the order they are met.
class FacetColumn {
public:
    FacetColumn(const Snapshot& snapshot, Field::Id facet);

    // The numbers of the article's values; valid until the next call.
    std::span<const std::uint32_t> at(Seq seq);

    std::size_t values() const { return values_.size(); }
    std::string_view value(std::uint32_t number) const { return values_[number]; }
    // The number of a value, also of one that was not met.
    std::uint32_t number(std::string_view value);

private:
    static constexpr std::uint32_t unknown = UINT32_MAX;

    struct Part {
        const FacetColumns::Column* column;
        Seq first;
        std::vector<std::uint32_t> numbers;  // by ordinal of the segment
    };

    const Snapshot& snapshot_;
    std::vector<Part> parts_;
    std::size_t segment_ = 0;
    std::unordered_map<std::string_view, std::uint32_t> known_;
    std::vector<std::string_view> values_;  // in the mapped files, or in asked_
    std::vector<std::unique_ptr<std::string>> asked_;
    std::vector<std::uint32_t> read_;
};

}  // namespace morgue::index

#pragma once
// The facet values of a segment's articles, as columns: for each facet a dictionary and, for each
// article, the ordinals of its values. Counting over a million matches adds integers and looks
// nothing up. The file (facets.bin) is mapped, little-endian, and ends in a fingerprint:
//
//   "MORGFAC2"  u32 first_seq  u32 articles (of the range, gaps counted)  u32 columns  u32 0
//   a column:   u32 field  u32 values  u32 bytes  u32 ordinals
//               u32 ends[values]      where each value ends in the dictionary's bytes
//               bytes, padded to 4    the values, sorted; those of entities by their name keys
//               u32 ends[articles]    where each article's ordinals end
//               u32 ordinals[...]     the highest bit: prominent
//   16 bytes XXH3 of all before
#include <filesystem>
#include <morgue/field.hpp>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/files.hpp"
#include "index/entry.hpp"

namespace morgue::index {

inline constexpr std::string_view facet_file = "facets.bin";

inline constexpr std::uint32_t prominent_bit = 1u << 31;
constexpr std::uint32_t ordinal_of(std::uint32_t raw) {
    return raw & ~prominent_bit;
}

class FacetColumnsBuilder {
public:
    // With ascending seq.
    void add(Seq seq, std::span<const Entry::FacetValue> facets);

    void write(const std::filesystem::path& path) const;

private:
    struct Column {
        std::unordered_map<std::string, std::uint32_t> dictionary;  // value -> order of arrival
        std::vector<std::uint32_t> ordinals, ends;
    };

    std::string column_bytes(Field::Id field, const Column& column) const;

    std::unordered_map<std::uint8_t, Column> columns_;
    Seq first_ = 0, last_ = 0;
};

// Merges the columns of segments into facets.bin of `folder`, leaving out the dead.
void merge_facets(std::span<const std::filesystem::path> sources, std::span<const Seq> dead,
                  const std::filesystem::path& folder);

// One segment's columns, mapped.
class FacetColumns {
public:
    // Throws Error::Kind::corrupt.
    explicit FacetColumns(const std::filesystem::path& path);

    struct Column {
        std::span<const std::uint32_t> value_ends, article_ends, ordinals;
        std::string_view dictionary;

        std::size_t values() const { return value_ends.size(); }
        std::string_view value(std::uint32_t ordinal) const;
        // The ordinal of what `of` gave. Throws Error corrupt: what lies in the file is checked
        // where it is used, for reading all of it at once would take longer than most questions.
        std::uint32_t ordinal(std::uint32_t raw) const {
            const std::uint32_t ordinal = ordinal_of(raw);
            if (ordinal >= values()) refuse();
            return ordinal;
        }
        // As they lie in the file: see prominent_bit.
        std::span<const std::uint32_t> of(std::size_t article) const;
        // Of entities: the values of this name key, a range of ordinals (end exclusive).
        std::pair<std::uint32_t, std::uint32_t> named(std::string_view key) const;

    private:
        [[noreturn]] static void refuse();
    };

    // Of a segment that has lost its last article: the last lies before the first.
    bool empty() const { return articles_ == 0; }
    Seq first() const { return empty() ? 1 : first_; }
    Seq last() const { return empty() ? 0 : first_ + articles_ - 1; }
    const Column* column(Field::Id field) const;

    // Whether every byte is as it was written; reads the whole file.
    bool intact() const;

    // The values of one article, for merging.
    std::vector<Entry::FacetValue> values_of(Seq seq) const;

private:
    core::MappedFile file_;
    Seq first_ = 0;
    std::uint32_t articles_ = 0;
    std::vector<std::pair<Field::Id, Column>> columns_;
};

}  // namespace morgue::index

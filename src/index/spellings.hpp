#pragma once
// Adding up the counts of values. Names that differ in accents, case or marks are one; it is shown
// as it is mostly spelt, but rather with accents than without.
#include <morgue/search.hpp>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace morgue::index {

// The text of the values must outlive it.
class ValueSums {
public:
    explicit ValueSums(bool names) : sums_(0, Hash{names}, Equal{names}) {}

    void add(std::string_view value, std::size_t count);

    std::size_t size() const { return sums_.size(); }

    // At most so many (0: all), by falling count, then by value.
    std::vector<Facet::Bucket> most_frequent(std::size_t most) const;

private:
    struct Spelling {
        std::string_view text;
        std::size_t count;
    };
    struct Sum {
        std::size_t total = 0;
        std::size_t first = 0;          // of the spelling that is the key of the map
        std::vector<Spelling> further;  // seldom any
    };
    struct Hash {
        bool names;
        std::size_t operator()(std::string_view value) const;
    };
    struct Equal {
        bool names;
        bool operator()(std::string_view a, std::string_view b) const;
    };
    using Sums = std::unordered_map<std::string_view, Sum, Hash, Equal>;

    static std::string_view spelling(const Sums::value_type& sum);
    static bool is_better(const Spelling& a, const Spelling& b);

    Sums sums_;
};

}  // namespace morgue::index

#pragma once
// The lists of names that become the model's gazetteer.
#include <string>
#include <unordered_map>
#include <vector>

#include "entities/traits.hpp"

namespace morgue::train {

class Gazetteer {
public:
    // Lines "kind<TAB>names[<TAB>demonyms]" as in corpus/entities; names are parted by | or, in
    // lists of words, by blanks. Unknown kinds (of words that only rules would use) are left out.
    void read(const std::string& path);

    // By hash: words, phrases and beginnings of phrases.
    const std::unordered_map<std::uint64_t, entities::Traits>& entries() const { return entries_; }

private:
    void add(std::string_view name, entities::Traits traits);

    std::unordered_map<std::uint64_t, entities::Traits> entries_;
};

}  // namespace morgue::train

#pragma once
// Looking words up in the index's own list of terms.
#include <xapian.h>
#include <string>
#include <vector>

namespace morgue::index {

// The words after `prefix` (of a field; may be empty) that begin with `stem`, at most `most`: the
// most frequent ones. `total`: how many there are.
struct Expansion {
    std::vector<std::string> words;
    std::size_t total = 0;
};
Expansion words_beginning(const Xapian::Database& database, const std::string& prefix,
                          const std::string& stem, std::size_t most);

}  // namespace morgue::index

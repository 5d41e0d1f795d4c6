#include "index/vocabulary.hpp"

#include <algorithm>

namespace morgue::index {

Expansion words_beginning(const Xapian::Database& database, const std::string& prefix,
                          const std::string& stem, std::size_t most) {
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    const std::string begin = prefix + stem;
    for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term)
        found.emplace_back(term.get_termfreq(), (*term).substr(prefix.size()));
    Expansion out;
    out.total = found.size();
    if (found.size() > most) {
        std::nth_element(found.begin(), found.begin() + std::ptrdiff_t(most), found.end(),
                         [](const auto& a, const auto& b) {
                             return a.first != b.first ? a.first > b.first : a.second < b.second;
                         });
        found.resize(most);
    }
    for (auto& [count, word] : found) out.words.push_back(std::move(word));
    std::sort(out.words.begin(), out.words.end());
    return out;
}

}  // namespace morgue::index

#include "search/annotations.hpp"

#include <algorithm>

#include "store/annotations.hpp"
#include "text/utf8.hpp"
#include "text/wildcards.hpp"
#include "text/words.hpp"

namespace morgue::search {

namespace {

bool has(const std::vector<std::string>& words, const text::WildWord& pattern) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return pattern.wild ? text::matches(pattern.folded, word) : pattern.folded == word;
    });
}

}  // namespace

std::vector<store::Seq> labelled(store::Database& database, const std::string& text) {
    const std::string pattern = text::fold(text);
    std::vector<store::Seq> out;
    for (const std::string& name : store::tag_names(database)) {
        const std::string folded = text::fold(name);
        const bool named =
            pattern.find('*') == pattern.npos ? pattern == folded : text::matches(pattern, folded);
        if (!named) continue;
        const auto found = store::tagged(database, name);
        out.insert(out.end(), found.begin(), found.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<store::Seq> noted(store::Database& database, const std::string& text) {
    const auto wanted = text == "*" ? std::vector<text::WildWord>{} : text::wild_words(text);
    std::vector<store::Seq> out;
    store::each_note(database, [&](store::Seq seq, std::string_view note) {
        const std::vector<std::string> words = text::words(note);
        if (std::all_of(wanted.begin(), wanted.end(),
                        [&](const auto& each) { return has(words, each); }))
            out.push_back(seq);
    });
    return out;
}

}  // namespace morgue::search

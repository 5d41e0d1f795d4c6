#include "search/snippet.hpp"

#include <algorithm>
#include <map>

#include "text/utf8.hpp"

namespace morgue::search {

namespace {

struct Place {
    std::size_t begin, end;  // bytes of the text
    int term;                // 0: no match
    bool starts_sentence;
};

constexpr std::size_t most_words = 200'000;  // looked at; a longer text is cut for this purpose

bool ends_sentence(std::string_view between) {
    return between.find_first_of(".!?\n") != between.npos || between.find("。") != between.npos;
}

std::vector<Place> places(std::string_view text, Highlighter& highlighter) {
    std::vector<Place> out;
    text::Words all(text);
    std::size_t last = 0;
    while (const text::Word* word = all.next()) {
        const bool starts = out.empty() || (word->begin >= last &&
                                            ends_sentence(text.substr(last, word->begin - last)));
        out.push_back({word->begin, word->end, highlighter.match(*word), starts});
        last = word->end;
        if (out.size() == most_words) break;
    }
    return out;
}

// The first window of `snippet_words` words with the most different query words; among equals the
// one with most matches.
std::size_t best_window(const std::vector<Place>& words) {
    std::map<int, int> inside;
    std::size_t best = 0, matches = 0;
    std::pair<std::size_t, std::size_t> best_score{0, 0};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].term) {
            ++inside[words[i].term];
            ++matches;
        }
        if (i >= snippet_words && words[i - snippet_words].term) {
            const int left = words[i - snippet_words].term;
            if (--inside[left] == 0) inside.erase(left);
            --matches;
        }
        if (const std::pair score{inside.size(), matches}; score > best_score) {
            best_score = score;
            best = i;
        }
    }
    if (best_score.first == 0) return 0;
    // from the first match in the window, a few words of context before it
    std::size_t first = best + 1 > snippet_words ? best + 1 - snippet_words : 0;
    while (!words[first].term) ++first;
    const std::size_t earliest = first > 12 ? first - 12 : 0;
    for (std::size_t i = first; i + 1 > earliest + 1; --i)
        if (words[i].starts_sentence) return i;
    if (words[earliest].starts_sentence) return earliest;
    return first > 6 ? first - 6 : 0;
}

// Copies a passage as one line, keeping track of the matches.
Snippet copy(std::string_view text, const std::vector<Place>& words, std::size_t from,
             std::size_t to) {
    Snippet out;
    if (!words[from].starts_sentence) out.text = "… ";
    for (std::size_t i = from; i < to; ++i) {
        const std::size_t begin = out.text.size();
        out.text += text.substr(words[i].begin, words[i].end - words[i].begin);
        if (words[i].term) out.matches.emplace_back(begin, out.text.size());
        const std::size_t next = i + 1 < words.size() ? words[i + 1].begin : text.size();
        if (next <= words[i].end) continue;
        const std::string_view between = text.substr(words[i].end, next - words[i].end);
        if (i + 1 < to) {
            const std::string line = text::one_line("x" + std::string(between) + "x");
            out.text += line.substr(1, line.size() - 2);
        } else {
            out.text +=
                between.substr(0, std::min<std::size_t>(1, between.find_first_of(".!?") == 0));
        }
    }
    if (to < words.size() && !out.text.ends_with('.')) out.text += " …";
    return out;
}

// What stands before the first word of a passage and belongs to it: an opening quote or bracket.
std::string opening(std::string_view text, std::size_t begin) {
    std::size_t from = begin;
    while (from > 0 && !text::is_space(static_cast<unsigned char>(text[from - 1])) &&
           begin - from < 6)
        --from;
    const std::string_view mark = text.substr(from, begin - from);
    for (const std::string_view open : {"\"", "“", "‘", "«", "„", "(", "[", "'"})
        if (mark == open) return std::string(mark);
    return {};
}

}  // namespace

Snippet snippet(std::string_view text, Highlighter& highlighter) {
    const std::vector<Place> words = places(text, highlighter);
    if (words.empty()) return {};
    const std::size_t from = highlighter.empty() ? 0 : best_window(words);
    Snippet out = copy(text, words, from, std::min(words.size(), from + snippet_words));
    const std::string open = opening(text, words[from].begin);
    if (!open.empty() && words[from].starts_sentence) {
        out.text.insert(0, open);
        for (auto& [begin, end] : out.matches) begin += open.size(), end += open.size();
    }
    return out;
}

}  // namespace morgue::search

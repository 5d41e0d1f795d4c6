#include "search/snippet.hpp"

#include <algorithm>

#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace morgue::search {

namespace {

constexpr std::size_t passage_bytes = 220;  // about snippet_words words: of the densest stretch
constexpr std::size_t bytes_before = 160;   // looked at for the start of a sentence
constexpr std::size_t words_before = 12;  // a sentence that begins so near is shown from its start
constexpr std::size_t context = 6;        // otherwise so many words before the match
constexpr std::size_t words_after = 8;    // further words, if they end the sentence
constexpr std::size_t most_bytes = 1600;  // of a passage

struct Word {
    std::size_t begin, end;
    bool starts_sentence, ends_sentence;
};

// The best stretch of matches: the first of them.
std::size_t densest(const std::vector<Found>& matches, std::size_t parts) {
    std::vector<std::size_t> inside(parts);
    std::size_t different = 0, from = 0, best = 0;
    std::pair<std::size_t, std::size_t> best_score{0, 0};
    for (std::size_t to = 0; to < matches.size(); ++to) {
        different += inside[matches[to].part]++ == 0;
        while (matches[to].end > matches[from].begin + passage_bytes && from < to)
            different -= --inside[matches[from++].part] == 0;
        if (const std::pair score{different, to - from + 1}; score > best_score) {
            best_score = score;
            best = from;
        }
    }
    return best;
}

// The words of text[from, to); the first is taken for the start of a sentence if the text starts
// there.
std::vector<Word> words_between(std::string_view text, std::size_t from, std::size_t to) {
    std::vector<Word> out;
    text::Words all(text.substr(from, to - from));
    while (const text::Word* word = all.next()) {
        const std::size_t begin = from + word->begin;
        bool starts = out.empty() && from == 0;
        if (!out.empty()) {
            Word& last = out.back();
            starts = begin >= last.end &&
                     text::break_between(text, last.begin, last.end, begin) != text::Break::none;
            last.ends_sentence = starts;
        }
        out.push_back({begin, from + word->end, starts, false});
    }
    if (!out.empty() && to == text.size()) out.back().ends_sentence = true;
    return out;
}

// Where a passage that shows words[match] begins.
std::size_t first_shown(const std::vector<Word>& words, std::size_t match) {
    const std::size_t earliest = match > words_before ? match - words_before : 0;
    for (std::size_t i = match + 1; i-- > earliest;)
        if (words[i].starts_sentence) return i;
    return match > context ? match - context : 0;
}

// Past the last word shown, which ends a sentence if one ends soon.
std::size_t after_last_shown(const std::vector<Word>& words, std::size_t from) {
    const std::size_t end = std::min(words.size(), from + snippet_words);
    for (std::size_t i = end - 1; i < std::min(words.size(), end + words_after); ++i)
        if (words[i].ends_sentence) return i + 1;
    return end;
}

// What stands before the first word of a passage and belongs to it: an opening quote or bracket.
std::size_t opening(std::string_view text, std::size_t begin) {
    std::size_t from = begin;
    while (from > 0 && !text::is_space(static_cast<unsigned char>(text[from - 1])) &&
           begin - from < 6)
        --from;
    const std::string_view mark = text.substr(from, begin - from);
    for (const std::string_view open : {"\"", "“", "‘", "«", "„", "(", "[", "'"})
        if (mark == open) return from;
    return begin;
}

// The marks after the last word that end its sentence or close what was opened.
std::size_t closing(std::string_view text, std::size_t end) {
    std::size_t to = end;
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view mark :
             {".", "!", "?", "\"", ")", "]", "'", "”", "’", "»", "。", "！", "？"})
            if (text.substr(to).starts_with(mark)) {
                to += mark.size();
                more = true;
                break;
            }
    }
    return to;
}

// Copies text[from, to) as one line and takes the matches along.
Snippet copy(std::string_view text, std::size_t from, std::size_t to,
             const std::vector<std::pair<std::size_t, std::size_t>>& matches) {
    Snippet out;
    auto match = matches.begin();
    bool inside = false;
    for (std::size_t i = from; i <= to; ++i) {
        if (inside && i == std::min(match->second, to)) {
            out.matches.back().second = out.text.size();
            inside = false;
            ++match;
        }
        while (match != matches.end() && match->first < i && !inside) ++match;
        if (i == to) break;
        if (match != matches.end() && match->first == i) {
            out.matches.emplace_back(out.text.size(), 0);
            inside = true;
        }
        if (!text::is_space(static_cast<unsigned char>(text[i])))
            out.text += text[i];
        else if (!out.text.ends_with(' '))
            out.text += ' ';
    }
    return out;
}

void cut_before(Snippet& snippet) {
    constexpr std::string_view mark = "… ";
    snippet.text.insert(0, mark);
    for (auto& [begin, end] : snippet.matches) begin += mark.size(), end += mark.size();
}

std::size_t back_to_blank(std::string_view text, std::size_t at) {
    while (at > 0 && !text::is_space(static_cast<unsigned char>(text[at - 1])) && at % 64 != 0)
        --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

}  // namespace

Snippet snippet(std::string_view text, Highlighter& highlighter) {
    const std::vector<Found> found = highlighter.find(text);
    const std::size_t at = found.empty() ? 0 : found[densest(found, highlighter.parts())].begin;
    const std::size_t from = at > bytes_before ? back_to_blank(text, at - bytes_before) : 0;
    std::size_t to = std::min(text.size(), from + most_bytes);
    while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) --to;
    const std::vector<Word> words = words_between(text, from, to);
    if (words.empty()) return {};
    std::size_t match = 0;
    while (match + 1 < words.size() && words[match].end <= at) ++match;
    const std::size_t first = first_shown(words, match);
    const std::size_t end = after_last_shown(words, first);
    const Word &head = words[first], &tail = words[end - 1];
    const std::size_t begin = head.starts_sentence ? opening(text, head.begin) : head.begin;
    const std::size_t stop = tail.ends_sentence ? closing(text, tail.end) : tail.end;
    Snippet out = copy(text, begin, stop, Highlighter::ranges(found));
    if (!head.starts_sentence) cut_before(out);
    if (!tail.ends_sentence) out.text += " …";
    return out;
}

}  // namespace morgue::search

#include "explore/surroundings.hpp"

#include <algorithm>

namespace morgue::explore {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

// What holds one of these between blanks is a word or more.
bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Blanks part words whatever stands around them, so a text can be cut there and its words are the
// same. Goes from `at` over as many pieces as surely hold `words` words.
std::size_t back(std::string_view text, std::size_t at, std::size_t words) {
    bool word = false;
    while (at > 0) {
        const char c = text[at - 1];
        if (is_blank(c)) {
            if (word && words-- <= 1) return at;
            word = false;
        }
        word = word || is_word_byte(c);
        --at;
    }
    return 0;
}
std::size_t forth(std::string_view text, std::size_t at, std::size_t words) {
    bool word = false;
    for (; at < text.size(); ++at) {
        if (is_blank(text[at])) {
            if (word && words-- <= 1) return at;
            word = false;
        }
        word = word || is_word_byte(text[at]);
    }
    return at;
}

constexpr std::size_t far = std::size_t(-1);

}  // namespace

void Surroundings::each(std::string_view text,
                        const std::vector<std::pair<std::size_t, std::size_t>>& matches,
                        WordNumbers& numbers, const std::function<void(const Near&)>& visit) {
    // One piece more on each side: a match may begin or end within one.
    for (std::size_t i = 0; i < matches.size();) {
        const std::size_t begin = back(text, matches[i].first, left_ + 1);
        std::size_t end = forth(text, matches[i].second, right_ + 1), next = i + 1;
        while (next < matches.size() && back(text, matches[next].first, left_ + 1) < end)
            end = forth(text, matches[next++].second, right_ + 1);
        in_stretch(text.substr(begin, end - begin), begin,
                   {matches.data() + i, matches.data() + next}, numbers, visit);
        i = next;
    }
}

void Surroundings::in_stretch(std::string_view stretch, std::size_t offset, Matches matches,
                              WordNumbers& numbers, const std::function<void(const Near&)>& visit) {
    read_tokens(stretch, numbers, tokens_);
    // How many words away the match to the left and to the right is; 0 within one.
    to_left_.assign(tokens_.size(), far);
    to_right_.assign(tokens_.size(), far);
    auto match = matches.first;
    std::size_t away = far;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        const std::size_t begin = offset + tokens_[i].begin, end = offset + tokens_[i].end;
        while (match != matches.second && match->second <= begin) ++match;
        const bool inside = match != matches.second && match->first < end;
        away = inside ? 0 : away == far ? far : away + 1;
        to_left_[i] = away;
    }
    away = far;
    for (std::size_t i = tokens_.size(); i-- > 0;) {
        away = to_left_[i] == 0 ? 0 : away == far ? far : away + 1;
        to_right_[i] = away;
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (to_left_[i] == 0) continue;
        const bool right_of = to_left_[i] <= right_, left_of = to_right_[i] <= left_;
        if (!right_of && !left_of) continue;
        visit({tokens_[i].word, left_of && (!right_of || to_right_[i] <= to_left_[i])});
    }
}

}  // namespace morgue::explore

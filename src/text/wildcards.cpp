#include "text/wildcards.hpp"

#include "text/utf8.hpp"
#include "text/words.hpp"

namespace morgue::text {

namespace {

constexpr std::string_view wildcards = "*?";

// The wildcards that a gap between two words ends in: they belong to the word after it.
std::string_view ending(std::string_view gap) {
    const std::size_t other = gap.find_last_not_of(wildcards);
    return other == gap.npos ? gap : gap.substr(other + 1);
}

// The ones it begins with, which belong to the word before. A ? there is a question mark.
std::string_view beginning(std::string_view gap) {
    const std::string_view run = gap.substr(0, gap.find_first_not_of(wildcards));
    const std::size_t star = run.find_last_of('*');
    return run.substr(0, star == run.npos ? 0 : star + 1);
}

}  // namespace

std::vector<WildWord> wild_words(std::string_view text) {
    std::vector<WildWord> out;
    Words all(text);
    std::size_t end = 0;
    const auto touch = [&](std::string_view run) {
        out.back().folded += run;
        out.back().wild |= !run.empty();
    };
    while (const Word* word = all.next()) {
        const std::string_view gap =
            word->begin > end ? text.substr(end, word->begin - end) : std::string_view();
        const std::string_view before = ending(gap);
        const bool joined = !out.empty() && !gap.empty() && before.size() == gap.size();
        if (joined) {
            touch(gap);
            out.back().folded += word->folded;
        } else {
            if (!out.empty()) touch(beginning(gap));
            out.push_back({std::string(before).append(word->folded), !before.empty(),
                           word->stemmable && before.empty()});
        }
        end = word->end;
    }
    if (!out.empty()) touch(beginning(text.substr(end)));
    return out;
}

bool matches(std::string_view pattern, std::string_view word) {
    std::size_t p = 0, w = 0;
    std::size_t star = pattern.npos, resume = 0;  // where to go on with one letter more for *
    while (w < word.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = w;
        } else if (p < pattern.size() && pattern[p] == '?') {
            decode(word, w);
            ++p;
        } else if (p < pattern.size() && pattern[p] == word[w]) {
            ++p, ++w;
        } else if (star != pattern.npos) {
            decode(word, resume);
            w = resume;
            p = star + 1;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

std::string_view literal_prefix(std::string_view pattern) {
    return pattern.substr(0, pattern.find_first_of(wildcards));
}

}  // namespace morgue::text

#include "index/question.hpp"

#include <unordered_map>

#include "index/ranking.hpp"
#include "index/stop_words.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

bool is_letter(const QuestionWord& word) {
    return word.folded.size() == 1 && word.stemmable;
}

std::vector<QuestionWord> read(const std::vector<std::string>& texts) {
    std::vector<QuestionWord> out;
    for (const std::string& text : texts) {
        text::Words all(text);
        while (const text::Word* word = all.next())
            out.push_back({std::string(word->folded), word->stemmable});
    }
    return out;
}

// The letters from `from` on as one word; just the first if they are none together.
QuestionWord spelt_out(const std::vector<QuestionWord>& words, std::size_t from,
                       const std::function<bool(const std::string&)>& known, std::size_t& end) {
    constexpr std::size_t longest = 8;
    std::string joined;
    end = from;
    while (end < words.size() && end - from < longest && is_letter(words[end]))
        joined += words[end++].folded;
    if (end > from + 1 && known(joined)) return {std::move(joined), true};
    end = from + 1;
    return words[from];
}

}  // namespace

std::vector<QuestionWord> question_words(const std::vector<std::string>& texts,
                                         const std::function<bool(const std::string&)>& known) {
    const std::vector<QuestionWord> typed = read(texts);
    std::vector<QuestionWord> out;
    std::unordered_map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < typed.size();) {
        QuestionWord word = spelt_out(typed, i, known, i);
        const auto [at, fresh] = seen.try_emplace(word.folded, out.size());
        if (fresh) {
            word.stop = is_stop_word(word.folded);
            out.push_back(std::move(word));
        } else {
            ++out[at->second].weight;
        }
    }
    for (QuestionWord& word : out)
        word.weight = ranking::repeated(word.weight) * (word.stop ? ranking::stop_word : 1);
    return out;
}

}  // namespace morgue::index

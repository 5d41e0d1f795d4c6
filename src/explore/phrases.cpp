#include "explore/phrases.hpp"

#include "core/article_texts.hpp"
#include "text/sentences.hpp"
#include "text/words.hpp"

namespace morgue::explore {

namespace {

// The last words of a text as it is read, forgotten where a sentence ends.
class Window {
public:
    explicit Window(std::size_t length) : length_(length) {}

    void forget() {
        words_ = {no_word, no_word, no_word};
        filled_ = 0;
    }

    bool push(std::uint32_t word) {
        for (std::size_t i = 1; i < length_; ++i) words_[i - 1] = words_[i];
        words_[length_ - 1] = word;
        if (filled_ < length_) ++filled_;
        return filled_ == length_;
    }
    const Phrase& words() const { return words_; }
    bool known() const {
        for (std::size_t i = 0; i < length_; ++i)
            if (words_[i] == no_word) return false;
        return true;
    }

private:
    std::size_t length_, filled_ = 0;
    Phrase words_{no_word, no_word, no_word};
};

}  // namespace

TextTotals count_phrases(const Context& context, const EachSeq& each, const PhraseReading& reading,
                         WordNumbers& numbers, PhraseCounts& counts) {
    TextTotals totals;
    store::TextReader texts(context.database, store::TextReader::With::texts);
    Window window(reading.length);
    each([&](index::Seq seq) {
        const auto article = texts.at(seq);
        if (!article) return;
        const std::string& text = core::running_text(*article);
        totals.articles += !text.empty();
        window.forget();
        text::Words words(text);
        std::size_t begin = 0, end = 0;
        while (const text::Word* word = words.next()) {
            if (reading.length > 1 && end > 0 && word->begin > end + 1 &&
                text::break_between(text, begin, end, word->begin) != text::Break::none)
                window.forget();
            begin = word->begin;
            end = word->end;
            const std::uint32_t number =
                reading.learn ? numbers.number(word->folded) : numbers.find(word->folded);
            if (!window.push(number)) continue;
            ++totals.phrases;
            if (!window.known() || !reading.wanted(window.words())) continue;
            PhraseCount& count = counts[window.words()];
            ++count.words;
            count.articles += count.last != seq;
            count.last = seq;
        }
    });
    return totals;
}

}  // namespace morgue::explore

#include "extract/quotes.hpp"

#include <algorithm>
#include <optional>

#include "extract/quote_names.hpp"
#include "extract/quote_spans.hpp"
#include "extract/quote_telling.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace morgue::extract {

namespace {

constexpr std::size_t window = 400;            // bytes around a quote that are read
constexpr std::size_t pronoun_window = 1'500;  // bytes before it in which its person stands
constexpr std::size_t fewest_words = 3;  // of a quote that no comma, colon or capital marks as one

// What is said in one go: the text between two marks, or of several paragraphs that go on.
struct Utterance {
    std::size_t begin = 0, end = 0;
    std::string text;
};

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

class QuoteFinder {
public:
    explicit QuoteFinder(const Article& article) : body_(article.body), names_(article) {}

    std::vector<Quote> run() {
        gather();
        for (at_ = 0; at_ < said_.size(); ++at_) {
            const Utterance& each = said_[at_];
            const bool colon = ends_before(each, ':');
            if (!colon && goes_on(each)) continue;
            auto telling = colon ? before(each, true) : after(each);
            const bool told_after = telling && !colon;
            if (!telling) telling = colon ? after(each) : before(each, false);
            joins_ = told_after && telling.has_value();
            if (telling) add(each, *telling);
        }
        return std::move(quotes_);
    }

private:
    void gather() {
        const std::vector<QuoteSpan> spans = quote_spans(body_);
        for (std::size_t i = 0; i < spans.size(); ++i) {
            Utterance each{spans[i].begin, spans[i].end, inner(spans[i])};
            while (spans[i].goes_on && i + 1 < spans.size()) {
                ++i;
                each.text += ' ' + inner(spans[i]);
                each.end = spans[i].end;
            }
            said_.push_back(std::move(each));
        }
    }

    std::string inner(const QuoteSpan& span) const {
        return text::one_line(body_.substr(span.inner_begin, span.inner_end - span.inner_begin));
    }

    // ---- what stands around an utterance, within its paragraph and up to the next quote

    std::size_t window_end(const Utterance& each) const {
        std::size_t end = std::min(each.end + window, body_.size());
        if (at_ + 1 < said_.size()) end = std::min(end, said_[at_ + 1].begin);
        const std::size_t paragraph = body_.substr(each.end, end - each.end).find("\n\n");
        if (paragraph != body_.npos) end = each.end + paragraph;
        while (end > each.end && end < body_.size() && is_continuation(body_[end])) --end;
        return end;
    }

    std::size_t window_begin(const Utterance& each) const {
        std::size_t begin = each.begin > window ? each.begin - window : 0;
        if (at_ > 0) begin = std::max(begin, said_[at_ - 1].end);
        const std::size_t paragraph = body_.substr(begin, each.begin - begin).rfind("\n\n");
        if (paragraph != body_.npos) begin += paragraph + 2;
        while (begin < each.begin && is_continuation(body_[begin])) ++begin;
        return begin;
    }

    bool ends_before(const Utterance& each, char mark) const {
        std::size_t at = each.begin;
        while (at > 0 && body_[at - 1] == ' ') --at;
        return at > 0 && body_[at - 1] == mark;
    }

    // ---- tellings

    // Speech ends with a comma, or with ? ! … before its telling; scare quotes with a letter.
    static bool ends_as_speech(std::string_view text) {
        for (const std::string_view end : {",", "?", "!", "…", "—", "–", "--", "..."})
            if (text.ends_with(end)) return true;
        return false;
    }

    static bool begins_as_speech(const std::string& text) {
        std::size_t at = 0;
        while (at < text.size()) {
            const char32_t c = text::decode(text, at);
            if (text::is_letter(c)) return text::is_upper(c) || !text::is_lower(c);
            if (c >= U'0' && c <= U'9') return true;
        }
        return false;
    }

    bool begins_sentence(const Utterance& each) const {
        std::size_t at = each.begin;
        while (at > 0 && body_[at - 1] == ' ') --at;
        return at == 0 || std::string_view(".!?:\n\"").find(body_[at - 1]) != body_.npos ||
               is_continuation(body_[at - 1]);  // a closing mark, or a dash
    }

    std::optional<Telling> after(const Utterance& each) const {
        const std::size_t end = window_end(each);
        const std::vector<TellingWord> words = names_.words(each.end, end);
        if (words.empty()) return std::nullopt;
        const std::string_view gap = body_.substr(each.end, words.front().begin - each.end);
        if (gap.find_first_of(".;:!?()\n") != gap.npos) return std::nullopt;
        const bool comma = each.text.ends_with(',') || gap.find(',') != gap.npos;
        const std::size_t count = text::count_words(each.text);
        if (count <= fewest_words && !begins_as_speech(each.text)) return std::nullopt;
        if (count < fewest_words && !begins_sentence(each)) return std::nullopt;  // a nickname
        const bool new_sentence = !comma && words.front().capital && !words.front().name;
        if (new_sentence) return std::nullopt;
        return telling_after(words, comma || ends_as_speech(each.text));
    }

    std::optional<Telling> before(const Utterance& each, bool colon) const {
        const std::size_t begin = window_begin(each);
        std::vector<TellingWord> words = names_.words(begin, each.begin);
        if (words.empty()) return std::nullopt;
        const std::string_view gap = body_.substr(words.back().end, each.begin - words.back().end);
        if (!colon) {
            const bool direct = gap.find_first_not_of(" ,") == gap.npos;
            if (!direct || !begins_as_speech(each.text) ||
                text::count_words(each.text) < fewest_words)
                return std::nullopt;
            const auto last = telling_before(words, false);
            const bool comma = gap.find(',') != gap.npos;
            return last && (comma || last->cue_end == words.back().end) ? last : std::nullopt;
        }
        words.back().ends = false;  // the colon
        return telling_before(words, true);
    }

    // "..." said X. "...": the second belongs to the first when nothing but the telling stands
    // between them and no other follows.
    bool goes_on(const Utterance& each) {
        if (!joins_ || at_ == 0 || !ends_whole(each) || after(each)) return false;
        const std::size_t from = said_[at_ - 1].end;
        if (each.begin - from > window) return false;
        const std::string_view between = body_.substr(from, each.begin - from);
        if (between.find("\n\n") != between.npos) return false;
        const bool comma = ends_before(each, ',');
        if (!comma && !ends_before(each, '.')) return false;
        const std::vector<TellingWord> words = names_.words(from, each.begin);
        for (std::size_t i = 0; i + 1 < words.size(); ++i)
            if (words[i].ends) return false;
        join(quotes_.back().text, each.text, comma);
        quotes_.back().end = each.end;
        joins_ = false;
        return true;
    }

    // Closed by the end of a sentence or of a part of it; a title within a sentence is not.
    bool ends_whole(const Utterance& each) const {
        if (ends_as_speech(each.text) || each.text.ends_with('.')) return true;
        const char next = each.end < body_.size() ? body_[each.end] : '\n';
        return std::string_view(".,;!?\n").find(next) != std::string_view::npos;
    }

    // The telling took the place of a comma, or of a full stop.
    static void join(std::string& text, const std::string& more, bool comma) {
        const bool open = !ends_as_speech(text) && !text.ends_with('.');
        text += (open ? (comma ? ", " : ". ") : " ") + more;
        drop_comma(text);
    }

    // It belongs to the telling.
    static void drop_comma(std::string& text) {
        if (text.ends_with(',')) text.pop_back();
    }

    void add(const Utterance& each, const Telling& telling) {
        Quote quote;
        quote.text = each.text;
        drop_comma(quote.text);
        quote.cue =
            text::one_line(body_.substr(telling.cue_begin, telling.cue_end - telling.cue_begin));
        quote.begin = each.begin;
        quote.end = each.end;
        const Entity* speaker = telling.speaker;
        if (telling.pronoun) speaker = antecedent(each, telling);
        if (speaker) quote.speaker = speaker->name;
        quotes_.push_back(std::move(quote));
    }

    // The one person named in this paragraph and the one before.
    const Entity* antecedent(const Utterance& each, const Telling& telling) const {
        const std::size_t end = std::max(each.end, telling.cue_end);
        const std::size_t least = each.begin > pronoun_window ? each.begin - pronoun_window : 0;
        std::size_t begin = each.begin;
        for (int paragraphs = 0; paragraphs < 2 && begin > least; ++paragraphs) {
            const std::size_t size = begin - least;
            const std::size_t blank = body_.substr(least, size).rfind("\n\n");
            begin = blank == body_.npos ? least : least + blank;
        }
        return names_.only_person(begin, end);
    }

    std::string_view body_;
    QuoteNames names_;
    std::vector<Utterance> said_;
    std::vector<Quote> quotes_;
    std::size_t at_ = 0;
    bool joins_ = false;  // the last utterance was told after it
};

}  // namespace

std::vector<Quote> quotes(const Article& article) {
    return QuoteFinder(article).run();
}

}  // namespace morgue::extract

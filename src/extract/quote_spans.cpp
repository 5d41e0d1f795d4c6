#include "extract/quote_spans.hpp"

#include <algorithm>
#include <optional>

#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

enum class Style { straight, curly, low, guillemets, reversed, single };

bool is_mark(char32_t c) {
    return c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»' ||
           c == U'‘' || c == U'’';
}

bool is_word(char32_t c) {
    return text::is_letter(c) || (c >= U'0' && c <= U'9');
}

// Finds the spans of one paragraph after the other in one pass.
class Finder {
public:
    explicit Finder(std::string_view body) : body_(body) {}

    std::vector<QuoteSpan> run() {
        for (std::size_t at = 0; at < body_.size();) {
            const std::size_t start = at;
            const auto byte = static_cast<unsigned char>(body_[at]);
            if (byte < 0x80 && byte != '"' && byte != '\n') {
                before_ = byte;
                ++at;
                continue;
            }
            const char32_t c = text::decode(body_, at);
            if (c == U'\n')
                line_end(at);
            else if (is_mark(c))
                mark(c, start, at);
            before_ = c;
        }
        return std::move(spans_);
    }

private:
    // A blank line ends a paragraph, and what is open in it unless the next one opens again.
    void line_end(std::size_t at) {
        if (before_ != U'\n' || !open_) return;
        const std::size_t next = std::min(body_.find_first_not_of(" \t\n", at), body_.size());
        std::size_t after = next;
        const char32_t c = next < body_.size() ? text::decode(body_, after) : 0;
        std::size_t end = at;
        while (end > open_->inner_begin && (body_[end - 1] == '\n' || body_[end - 1] == ' ')) --end;
        if (opening_of(style_) == c && end > open_->inner_begin) {
            open_->inner_end = open_->end = end;
            open_->goes_on = true;
            spans_.push_back(*open_);
        } else {
            give_up();
        }
        open_.reset();
    }

    // Paragraphs that went on to this one have no end either.
    void give_up() {
        while (!spans_.empty() && spans_.back().goes_on) spans_.pop_back();
    }

    static char32_t opening_of(Style style) {
        switch (style) {
            case Style::straight:
                return U'"';
            case Style::curly:
                return U'“';
            case Style::low:
                return U'„';
            case Style::guillemets:
                return U'«';
            case Style::reversed:
                return U'»';
            default:
                return U'‘';
        }
    }

    void mark(char32_t c, std::size_t start, std::size_t after) {
        if (open_ && closes(c, after))
            close(start, after);
        else if (const auto style = opens(c, after); style && (!open_ || *style == style_))
            open(*style, start, after);
    }

    bool followed_by_word(std::size_t at) const {
        if (at >= body_.size()) return false;
        const char32_t next = text::decode(body_, at);
        return is_word(next);
    }

    bool followed_by_blank(std::size_t at) const {
        return at >= body_.size() || body_[at] == ' ' || body_[at] == '\n';
    }

    // A mark right behind a word or its punctuation closes; one before a word opens.
    bool closes(char32_t c, std::size_t after) const {
        const bool behind_text = before_ != U' ' && before_ != U'\n';
        switch (style_) {
            case Style::straight:
                return c == U'"' && behind_text && !followed_by_word(after);
            case Style::curly:
                return c == U'”';
            case Style::low:
                return c == U'“' || c == U'”';
            case Style::guillemets:
                return c == U'»';
            case Style::reversed:
                return c == U'«';
            default:
                return c == U'’' && behind_text && !followed_by_word(after);
        }
    }

    std::optional<Style> opens(char32_t c, std::size_t after) const {
        const bool free = !is_word(before_);
        switch (c) {
            case U'"':
                if (free && !followed_by_blank(after)) return Style::straight;
                break;
            case U'“':
                return Style::curly;
            case U'„':
                return Style::low;
            case U'«':
                return Style::guillemets;
            case U'»':
                if (free && followed_by_word(after)) return Style::reversed;
                break;
            case U'‘':
                if (free) return Style::single;
                break;
            default:
                break;
        }
        return std::nullopt;
    }

    // Within what is open already: that one was never closed.
    void open(Style style, std::size_t start, std::size_t after) {
        if (open_) give_up();
        style_ = style;
        open_ = QuoteSpan{start, 0, after, 0, false};
    }

    void close(std::size_t start, std::size_t after) {
        open_->inner_end = start;
        open_->end = after;
        if (start > open_->inner_begin) spans_.push_back(*open_);
        open_.reset();
    }

    std::string_view body_;
    std::vector<QuoteSpan> spans_;
    std::optional<QuoteSpan> open_;
    Style style_ = Style::straight;
    char32_t before_ = U'\n';
};

}  // namespace

std::vector<QuoteSpan> quote_spans(std::string_view body) {
    return Finder(body).run();
}

}  // namespace morgue::extract

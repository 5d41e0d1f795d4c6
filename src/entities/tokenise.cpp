#include "entities/tokenise.hpp"

#include <algorithm>
#include <array>

#include "entities/lexicon.hpp"
#include "text/utf8.hpp"

namespace morgue::entities {

namespace {

enum class Class : std::uint8_t { other, upper, lower, digit, space, apostrophe, quote, dash };

constexpr std::array<Class, 128> ascii_classes() {
    std::array<Class, 128> table{};
    for (char c = 'A'; c <= 'Z'; ++c) table[std::size_t(c)] = Class::upper;
    for (char c = 'a'; c <= 'z'; ++c) table[std::size_t(c)] = Class::lower;
    for (char c = '0'; c <= '9'; ++c) table[std::size_t(c)] = Class::digit;
    for (char c : {' ', '\t', '\n', '\r', '\v', '\f'}) table[std::size_t(c)] = Class::space;
    table['\''] = Class::apostrophe;
    table['"'] = Class::quote;
    return table;
}
constexpr std::array<Class, 128> ascii_class = ascii_classes();

struct Char {
    Class kind;
    char ascii;          // 0 for others
    std::uint32_t size;  // bytes
};

Class wide_class(char32_t c) {
    if (c == U'’') return Class::apostrophe;
    if (c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»' || c == U'‘')
        return Class::quote;
    if (c == U'–' || c == U'—' || c == U'―') return Class::dash;
    if (text::is_upper(c)) return Class::upper;
    if (text::is_letter(c) || (c >= 0x300 && c < 0x370)) return Class::lower;
    return text::is_space(c) ? Class::space : Class::other;
}

// Words longer than this are no names; they are not folded.
constexpr std::size_t longest_word = 64;

class Tokeniser {
public:
    Tokeniser(std::string_view text, const Lexicon* lexicon) : text_(text), lexicon_(lexicon) {
        tokens_.reserve(text.size() / 5 + 8);
    }

    std::vector<Token> run() {
        while (at_ < text_.size()) {
            const Char c = look(at_);
            if (c.kind == Class::space)
                space();
            else if (is_wordy(c.kind))
                word();
            else
                mark(c);
        }
        return std::move(tokens_);
    }

private:
    static bool is_letter(Class kind) { return kind == Class::upper || kind == Class::lower; }
    static bool is_wordy(Class kind) { return is_letter(kind) || kind == Class::digit; }

    Char look(std::size_t at) const {
        if (at >= text_.size()) return {Class::space, 0, 0};
        const auto byte = static_cast<unsigned char>(text_[at]);
        if (byte < 0x80) return {ascii_class[byte], text_[at], 1};
        std::size_t next = at;
        const char32_t c = text::decode(text_, next);
        return {wide_class(c), 0, std::uint32_t(next - at)};
    }

    void space() {
        bool line_ended = false;
        for (Char c = look(at_); c.size > 0 && c.kind == Class::space; c = look(at_)) {
            if (c.ascii == '\n' && line_ended) starts_ = true;  // a paragraph ends
            line_ended |= c.ascii == '\n';
            at_ += c.size;
        }
        after_space_ = true;
        if (sentence_may_end_) starts_ = true;
        sentence_may_end_ = false;
    }

    void mark(Char c) {
        const std::size_t begin = at_;
        at_ += c.size;
        char mark = c.ascii ? c.ascii : '?';
        if (c.kind == Class::quote || c.kind == Class::apostrophe) {
            if (c.kind == Class::apostrophe && possessive(begin)) return;
            mark = '"';
            if (last_mark_ == ',' || last_mark_ == ':') starts_ = true;
        } else if (c.kind == Class::dash || c.ascii == '-') {
            const bool joins = c.ascii == '-' && !after_space_ && is_wordy(look(at_).kind);
            mark = joins ? '-' : '~';
            if (!joins && begin < 100) starts_ = true;  // behind a dateline
        } else if (c.ascii == '.' || c.ascii == '!' || c.ascii == '?' || c.ascii == ':') {
            sentence_may_end_ = true;
        }
        // A run of one mark ("-----") is one token.
        if (last_mark_ == mark && !tokens_.empty() && tokens_.back().end == begin) {
            tokens_.back().end = std::uint32_t(at_);
            return;
        }
        Token token;
        token.begin = std::uint32_t(begin);
        token.end = std::uint32_t(at_);
        token.mark = mark;
        token.hash = std::uint64_t(static_cast<unsigned char>(mark));
        tokens_.push_back(token);
        last_mark_ = mark;
        after_space_ = false;
    }

    // The 's behind a word, which is a token of its own.
    bool possessive(std::size_t begin) {
        if (after_space_ || at_ >= text_.size() || (text_[at_] != 's' && text_[at_] != 'S'))
            return false;
        if (tokens_.empty() || !tokens_.back().is_word() || is_wordy(look(at_ + 1).kind))
            return false;
        ++at_;
        Token token;
        token.begin = std::uint32_t(begin);
        token.end = std::uint32_t(at_);
        token.shape = Token::Shape::lower;
        token.hash = word_hash("'s");
        tokens_.push_back(token);
        last_mark_ = 0;
        return true;
    }

    struct Letters {
        unsigned upper = 0, lower = 0, digits = 0;
        bool first_upper = false, upper_inside = false;
        std::size_t since_dot = 0;
    };

    void count(Letters& letters, Char c) {
        if (c.kind == Class::upper) {
            if (letters.upper + letters.lower + letters.digits == 0) letters.first_upper = true;
            if (letters.lower) letters.upper_inside = true;
            ++letters.upper;
        } else if (c.kind == Class::lower) {
            ++letters.lower;
        } else {
            ++letters.digits;
        }
        ++letters.since_dot;
    }

    void word() {
        const std::size_t begin = at_;
        Letters letters;
        for (;;) {
            const Char c = look(at_);
            if (is_wordy(c.kind)) {
                count(letters, c);
                at_ += c.size;
            } else if (!take_inner_mark(c, letters)) {
                break;
            }
        }
        push_word(begin, letters);
    }

    // Apostrophes (O'Brien), dots of initials (U.S.) and ampersands (AT&T) inside a word.
    bool take_inner_mark(Char c, Letters& letters) {
        const Char next = look(at_ + c.size);
        if (c.kind == Class::apostrophe) {
            const bool possessive =
                (next.ascii == 's' || next.ascii == 'S') && !is_wordy(look(at_ + c.size + 1).kind);
            if (!is_letter(next.kind) || possessive) return false;
        } else if (c.ascii == '.') {
            if (letters.lower || letters.digits || letters.since_dot != 1) return false;
        } else if (c.ascii == '&') {
            if (letters.lower || letters.upper == 0 || next.kind != Class::upper) return false;
            letters.since_dot = 2;
        } else {
            return false;
        }
        at_ += c.size;
        if (c.ascii == '.') {
            letters.since_dot = 0;
            const bool more = next.kind == Class::upper && !is_letter(look(at_ + next.size).kind);
            if (!more) return letters.since_dot = 9, false;
        }
        return true;
    }

    static Token::Shape shape(const Letters& letters) {
        if (letters.upper + letters.lower == 0) return Token::Shape::number;
        if (letters.upper == 0) return Token::Shape::lower;
        if (letters.lower == 0)
            return letters.upper + letters.digits > 1 ? Token::Shape::caps : Token::Shape::initial;
        if (letters.upper_inside) return Token::Shape::camel;
        return letters.first_upper ? Token::Shape::capital : Token::Shape::camel;
    }

    void push_word(std::size_t begin, const Letters& letters) {
        Token token;
        token.shape = shape(letters);
        token.has_digit = letters.digits > 0;
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (word.size() <= longest_word) {
            token.hash = word_hash(word);
            if (lexicon_) token.traits = lexicon_->word(token.hash, token.shape);
            take_abbreviation_dot(token);
        } else {
            token.shape = Token::Shape::lower;
        }
        token.begin = std::uint32_t(begin);
        token.end = std::uint32_t(at_);
        // "... in the U.S. The president": the dot belongs to the word and to the sentence.
        const bool after_dot =
            !tokens_.empty() && tokens_.back().is_word() && text_[tokens_.back().end - 1] == '.';
        token.starts = starts_ || (after_dot && token.shape == Token::Shape::capital &&
                                   token.has(trait::common) && !token.has(trait::known));
        starts_ = sentence_may_end_ = after_space_ = false;
        last_mark_ = 0;
        tokens_.push_back(token);
    }

    void take_abbreviation_dot(Token& token) {
        if (!lexicon_ || look(at_).ascii != '.' || token.shape == Token::Shape::lower) return;
        const Traits traits = lexicon_->abbreviation(token.hash);
        if (!(traits & trait::abbreviation)) return;
        token.traits = (traits & trait::place) ? traits : token.traits | traits;
        ++at_;
    }

    std::string_view text_;
    const Lexicon* lexicon_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    bool starts_ = true, sentence_may_end_ = false, after_space_ = true;
    char last_mark_ = 0;  // of the token before; 0 when that is a word
};

}  // namespace

std::uint64_t word_hash(std::string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    const auto mix = [&hash](char c) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    };
    std::string folded;
    if (std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        folded = text::fold(word);
        word = folded;
    }
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char c = word[at];
        if (c == '.') continue;
        if (word.substr(at).starts_with("’")) {
            mix('\'');
            at += 2;
        } else {
            mix(c >= 'A' && c <= 'Z' ? char(c + 32) : c);
        }
    }
    return hash ^ (hash >> 31);
}

std::vector<Token> tokenise(std::string_view text, const Lexicon* lexicon) {
    return Tokeniser(text, lexicon).run();
}

}  // namespace morgue::entities

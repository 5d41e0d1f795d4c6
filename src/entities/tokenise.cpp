#include "entities/tokenise.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace morgue::entities {

namespace {

enum class Class : std::uint8_t { mark, upper, lower, digit, space, apostrophe };

constexpr std::array<Class, 128> ascii_classes() {
    std::array<Class, 128> table{};
    for (char c = 'A'; c <= 'Z'; ++c) table[std::size_t(c)] = Class::upper;
    for (char c = 'a'; c <= 'z'; ++c) table[std::size_t(c)] = Class::lower;
    for (char c = '0'; c <= '9'; ++c) table[std::size_t(c)] = Class::digit;
    for (char c = 0; c <= ' '; ++c) table[std::size_t(c)] = Class::space;
    table['_'] = Class::lower;
    table['\''] = Class::apostrophe;
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
    if (text::is_upper(c)) return Class::upper;
    if (text::is_letter(c) || text::is_accent(c)) return Class::lower;
    return text::is_space(c) ? Class::space : Class::mark;
}

// Shortened words whose dot belongs to them and ends no sentence.
constexpr std::array<std::string_view, 57> abbreviations{
    "Adm",  "Ala",  "Ariz", "Ark",  "Assn", "Atty", "Aug",  "Ave", "Blvd", "Brig", "Bros", "Calif",
    "Capt", "Cmdr", "Co",   "Col",  "Colo", "Conn", "Corp", "Cpl", "Dec",  "Dept", "Dr",   "Feb",
    "Fla",  "Gen",  "Gov",  "Hon",  "Ill",  "Inc",  "Jan",  "Jr",  "Lt",   "Ltd",  "Maj",  "Mass",
    "Mich", "Minn", "Mr",   "Mrs",  "Ms",   "Mt",   "Nov",  "Oct", "Penn", "Prof", "Rep",  "Reps",
    "Rev",  "Sen",  "Sens", "Sept", "Sgt",  "Sr",   "St",   "Ste", "Supt"};

// Longer sentences are cut, so that the work a sentence makes is bounded.
constexpr std::size_t longest_sentence = 300;

class Tokeniser {
public:
    Tokeniser(std::string_view text, std::size_t at, std::size_t end, WordCache& words,
              Document& document)
        : text_(text.substr(0, end)), at_(at), words_(words), document_(document) {
        first_ = std::uint32_t(document.tokens.size());
    }

    void run() {
        while (at_ < text_.size()) {
            const Char c = look(at_);
            if (c.kind == Class::space)
                space();
            else if (is_wordy(c.kind))
                word();
            else
                mark(c);
        }
        look_up();
        end_sentence();
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

    std::size_t size() const { return document_.tokens.size() - first_; }

    void push(std::size_t begin, bool wordy) {
        Token& token = document_.tokens.emplace_back();
        token.begin = std::uint32_t(begin);
        token.end = std::uint32_t(at_);
        token.starts = wordy && !started_;
        started_ |= wordy;
        wordy_ = wordy;
        const std::uint64_t hash = WordCache::hash(text_.substr(begin, at_ - begin));
        words_.fetch(hash);
        hashes_[pending_++] = hash;
        if (pending_ == hashes_.size()) look_up();
        if (size() >= longest_sentence) end_sentence();
    }

    // The words of the latest tokens, whose slots are on their way.
    void look_up() {
        Token* token = document_.tokens.data() + document_.tokens.size() - pending_;
        for (std::size_t i = 0; i < pending_; ++i, ++token)
            token->word =
                &words_.find(text_.substr(token->begin, token->end - token->begin), hashes_[i]);
        pending_ = 0;
    }

    void end_sentence() {
        const auto last = std::uint32_t(document_.tokens.size());
        if (last > first_) document_.sentences.push_back({first_, last});
        first_ = last;
        started_ = may_end_ = false;
    }

    void space() {
        unsigned lines = 0;
        for (Char c = look(at_); c.size > 0 && c.kind == Class::space; c = look(at_)) {
            lines += c.ascii == '\n';
            at_ += c.size;
        }
        if (lines > 1 || (may_end_ && begins_sentence())) end_sentence();
        may_end_ = false;
    }

    bool begins_sentence() const {
        const Char c = look(at_);
        return c.kind != Class::lower && c.ascii != ',' && c.ascii != ';';
    }

    void mark(Char c) {
        const std::size_t begin = at_;
        at_ += c.size;
        if (c.kind == Class::apostrophe && possessive(begin)) return;
        // A run of one mark ("--", "...") is one token.
        for (; c.ascii && look(at_).ascii == c.ascii; ++at_) {
        }
        push(begin, false);
        if (c.ascii == '.' || c.ascii == '!' || c.ascii == '?')
            may_end_ = size() > 1;
        else if (c.ascii != '"' && c.ascii != ')' && c.kind != Class::apostrophe && c.ascii != 0)
            may_end_ = false;
    }

    // The 's behind a word, which is a token of its own.
    bool possessive(std::size_t begin) {
        if (size() == 0 || document_.tokens.back().end != begin || !wordy_) return false;
        const Char s = look(at_);
        if ((s.ascii != 's' && s.ascii != 'S') || is_wordy(look(at_ + 1).kind)) return false;
        ++at_;
        push(begin, true);
        return true;
    }

    void word() {
        const std::size_t begin = at_;
        const bool lower_start = look(at_).kind != Class::upper;
        std::size_t part = begin;  // where the part behind the last joining mark begins
        for (;;) {
            const Char c = look(at_);
            if (is_wordy(c.kind))
                at_ += c.size;
            else if (!take_inner_mark(c, part, lower_start))
                break;
        }
        take_dot(begin);
        push(begin, true);
    }

    bool take_inner_mark(Char c, std::size_t& part, bool lower_start) {
        const Char next = look(at_ + c.size);
        if (c.kind == Class::apostrophe) {
            const bool possessive =
                (next.ascii == 's' || next.ascii == 'S') && !is_wordy(look(at_ + c.size + 1).kind);
            if (!is_letter(next.kind) || possessive) return false;
        } else if (c.ascii == '-') {
            if (!is_wordy(next.kind)) return false;
            if (is_letter(next.kind) && (next.kind == Class::upper) == lower_start) return false;
        } else if (c.ascii == '.') {
            return take_inner_dot(next, part);
        } else if (c.ascii == ',') {
            if (next.kind != Class::digit || look(at_ - 1).kind != Class::digit) return false;
        } else if (c.ascii == '&' || c.ascii == '@') {
            if (!is_wordy(next.kind)) return false;
        } else {
            return false;
        }
        at_ += c.size;
        part = at_;
        return true;
    }

    // The dots of U.S. and of 3.5, and of example.com.
    bool take_inner_dot(Char next, std::size_t& part) {
        const bool initial = at_ == part + 1 && is_letter(look(part).kind) &&
                             (next.kind == Class::upper || look(at_ + 1 + next.size).ascii == '.');
        const bool dotted = at_ > part + 1 && next.kind == Class::lower;
        const bool decimal = next.kind == Class::digit && look(at_ - 1).kind == Class::digit;
        if (!(initial && is_letter(next.kind)) && !dotted && !decimal) return false;
        ++at_;
        part = at_;
        return true;
    }

    // The dot behind "Mr", "J", "U.S" and "p.m".
    void take_dot(std::size_t begin) {
        if (at_ >= text_.size() || text_[at_] != '.') return;
        const std::string_view form = text_.substr(begin, at_ - begin);
        const bool initial = form.size() == 1 && look(begin).kind == Class::upper;
        const bool dotted =
            form.size() >= 3 && form[form.size() - 2] == '.' && is_letter(look(at_ - 1).kind);
        if (!initial && !dotted && !is_abbreviation(form)) return;
        ++at_;
    }

    // In capitals, too, as in headlines.
    static bool is_abbreviation(std::string_view form) {
        if (form.size() > 4) return false;
        std::string written(form);
        const bool capitals =
            std::ranges::all_of(form, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (capitals)
            for (std::size_t i = 1; i < written.size(); ++i) written[i] = char(written[i] + 32);
        return std::ranges::binary_search(abbreviations, std::string_view(written));
    }

    std::string_view text_;
    std::size_t at_;
    WordCache& words_;
    Document& document_;
    std::uint32_t first_;   // token of the sentence at hand
    bool started_ = false;  // it has a word
    bool may_end_ = false;
    bool wordy_ = false;                    // the latest token has a letter or digit
    std::array<std::uint64_t, 32> hashes_;  // of the latest tokens, whose words are not known yet
    std::size_t pending_ = 0;
};

}  // namespace

void tokenise(std::string_view text, std::size_t begin, std::size_t end, WordCache& words,
              Document& document) {
    document.text = text;
    Tokeniser(text, begin, end, words, document).run();
}

}  // namespace morgue::entities

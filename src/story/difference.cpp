#include <morgue/difference.hpp>

#include <algorithm>
#include <map>

#include "story/align.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace morgue {

namespace {

using Kind = SentenceChange::Kind;
using Sentences = std::vector<text::Sentence>;

constexpr double least_alike = 0.5;             // of the words of a sentence that was reworded
constexpr std::size_t most_compared = 250'000;  // pairs of sentences, or of words

struct Token {
    std::string word;
    std::size_t begin = 0, end = 0;
};

std::vector<Token> tokens(std::string_view text, CompareBy by) {
    std::vector<Token> out;
    if (by == CompareBy::words) {
        text::Words words(text);
        while (const text::Word* word = words.next())
            out.push_back({std::string(word->folded), word->begin, word->end});
        return out;
    }
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (end > begin) out.push_back({std::string(text.substr(begin, end - begin)), begin, end});
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        if (!text::is_space(text::decode(text, at))) continue;
        close(here);
        begin = at;
    }
    close(text.size());
    return out;
}

// Numbers for texts, the same for the same words.
class Names {
public:
    std::uint32_t of(const std::string& text) {
        return names_.try_emplace(text, std::uint32_t(names_.size())).first->second;
    }
    std::vector<std::uint32_t> of(const std::vector<Token>& tokens) {
        std::vector<std::uint32_t> out;
        for (const Token& token : tokens) out.push_back(of(token.word));
        return out;
    }
    std::vector<std::uint32_t> of(const std::vector<std::vector<Token>>& sentences) {
        std::vector<std::uint32_t> out;
        for (const auto& sentence : sentences) {
            std::string text;
            for (const Token& token : sentence) text.append(token.word).append(1, ' ');
            out.push_back(of(text));
        }
        return out;
    }

private:
    std::map<std::string, std::uint32_t, std::less<>> names_;
};

// The ranges of the tokens that are in no pair.
SentenceChange::Ranges changed(const std::vector<Token>& tokens, const std::vector<bool>& kept) {
    SentenceChange::Ranges out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (kept[i]) continue;
        if (i > 0 && !kept[i - 1])
            out.back().second = tokens[i].end;
        else
            out.emplace_back(tokens[i].begin, tokens[i].end);
    }
    return out;
}

// One side of the comparison.
struct Side {
    Sentences sentences;
    std::vector<std::vector<Token>> tokens;

    Side(std::string_view text, CompareBy by) : sentences(text::sentences(text)) {
        for (const text::Sentence& each : sentences)
            tokens.push_back(morgue::tokens(each.text, by));
    }
};

class Comparison {
public:
    Comparison(std::string_view before, std::string_view after, CompareBy by)
        : before_(before, by), after_(after, by) {}

    std::vector<SentenceChange> run() {
        Names names;
        const auto a = names.of(before_.tokens), b = names.of(after_.tokens);
        std::size_t i = 0, j = 0;
        for (const auto& [x, y] : story::align_by_patience(a, b)) {
            gap(i, x, j, y);
            add(Kind::kept, &before_.sentences[x], &after_.sentences[y]);
            i = x + 1;
            j = y + 1;
        }
        gap(i, a.size(), j, b.size());
        return std::move(out_);
    }

private:
    SentenceChange& add(Kind kind, const text::Sentence* before, const text::Sentence* after) {
        SentenceChange change{.kind = kind, .paragraph = (after ? after : before)->paragraph};
        if (before) change.before = before->text;
        if (after) change.after = after->text;
        return out_.emplace_back(std::move(change));
    }

    // Sentences of which none is the same: what is alike was reworded.
    void gap(std::size_t i, std::size_t i_end, std::size_t j, std::size_t j_end) {
        const std::size_t a = i_end - i, b = j_end - j;
        if (a * b > 0 && a * b <= most_compared)
            for (const auto& [x, y] : alike({i, i_end}, {j, j_end})) {
                apart(i, x, j, y);
                reworded(x, y);
                i = x + 1;
                j = y + 1;
            }
        apart(i, i_end, j, j_end);
    }

    using Range = std::pair<std::size_t, std::size_t>;

    story::Pairs alike(Range a, Range b) const {
        const auto x = word_sets(before_, a), y = word_sets(after_, b);
        story::Pairs out =
            story::align_alike(x.size(), y.size(), least_alike,
                               [&](std::size_t i, std::size_t j) { return likeness(x[i], y[j]); });
        for (auto& [i, j] : out) {
            i += a.first;
            j += b.first;
        }
        return out;
    }

    using WordSet = std::vector<std::string_view>;  // ascending, no two alike

    static std::vector<WordSet> word_sets(const Side& side, Range range) {
        std::vector<WordSet> out;
        for (std::size_t i = range.first; i < range.second; ++i) {
            WordSet& words = out.emplace_back();
            for (const Token& token : side.tokens[i]) words.push_back(token.word);
            std::sort(words.begin(), words.end());
            words.erase(std::unique(words.begin(), words.end()), words.end());
        }
        return out;
    }

    // How many of the words are the same: 2 |A and B| / (|A| + |B|) (Dice).
    static double likeness(const WordSet& a, const WordSet& b) {
        WordSet common;
        std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
        return a.empty() ? 0 : 2 * double(common.size()) / double(a.size() + b.size());
    }

    void apart(std::size_t i, std::size_t i_end, std::size_t j, std::size_t j_end) {
        for (; i < i_end; ++i) add(Kind::removed, &before_.sentences[i], nullptr);
        for (; j < j_end; ++j) add(Kind::added, nullptr, &after_.sentences[j]);
    }

    void reworded(std::size_t i, std::size_t j) {
        SentenceChange& change = add(Kind::reworded, &before_.sentences[i], &after_.sentences[j]);
        const std::vector<Token>&a = before_.tokens[i], &b = after_.tokens[j];
        Names names;
        const auto x = names.of(a), y = names.of(b);
        std::vector<bool> kept_a(a.size()), kept_b(b.size());
        const auto pairs = x.size() * y.size() <= most_compared ? story::longest_common(x, y)
                                                                : story::align_by_patience(x, y);
        for (const auto& [p, q] : pairs) kept_a[p] = kept_b[q] = true;
        change.before_changed = changed(a, kept_a);
        change.after_changed = changed(b, kept_b);
    }

    Side before_, after_;
    std::vector<SentenceChange> out_;
};

std::string joined(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& each : list) out.append(out.empty() ? "" : ", ").append(each);
    return out;
}

std::string iso(const std::optional<Date>& date) {
    return date ? date->iso() : "";
}

bool same(const std::string& a, const std::string& b, CompareBy by) {
    return a == b || (by == CompareBy::words && text::words(a) == text::words(b));
}

}  // namespace

Difference difference(const Article& before, const Article& after, CompareBy by) {
    Difference out;
    const auto field = [&](const char* name, const std::string& a, const std::string& b) {
        if (!same(a, b, by)) out.fields.push_back({name, a, b});
    };
    field("headline", before.headline, after.headline);
    field("subheadline", before.subheadline, after.subheadline);
    field("byline", before.byline, after.byline);
    if (by == CompareBy::letters) {
        field("dateline", before.dateline, after.dateline);
        field("published", iso(before.published), iso(after.published));
        field("updated", iso(before.updated), iso(after.updated));
        field("source", before.source, after.source);
        field("url", before.url, after.url);
        field("section", before.section, after.section);
        field("keywords", joined(before.keywords), joined(after.keywords));
        field("language", before.language, after.language);
        field("summary", before.summary, after.summary);
    }
    out.body = Comparison(before.body, after.body, by).run();
    return out;
}

std::size_t Difference::count(SentenceChange::Kind kind) const {
    return std::size_t(std::count_if(body.begin(), body.end(), [&](const SentenceChange& change) {
        return change.kind == kind;
    }));
}

bool Difference::empty() const {
    return fields.empty() && count(SentenceChange::Kind::kept) == body.size();
}

}  // namespace morgue

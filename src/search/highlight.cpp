#include "search/highlight.hpp"

#include <algorithm>
#include <utility>

#include "text/wildcards.hpp"

namespace morgue::search {

namespace {

using query::overload;

constexpr std::size_t most_parts = 5'000;   // of a query; further ones are not shown
constexpr std::size_t most_patterns = 64;   // each is tried on every word that begins like it
constexpr std::size_t most_words = 12'000;  // of a text are cut and compared

// What all words of a stem begin with: all but its last two letters, and but one of the shortest
// (die: dying).
std::string_view kept_letters(const std::string& stem) {
    return std::string_view(stem).substr(
        0, stem.size() < 4 ? 1 : std::min<std::size_t>(3, stem.size() - 2));
}

}  // namespace

Highlighter::Highlighter(const query::Expr& expr, const std::vector<std::string>& languages,
                         const std::vector<index::Widening>& widenings) {
    for (const std::string& language : languages) stemmers_.emplace_back(language);
    by_stem_.resize(stemmers_.size());
    collect(expr);
    for (const index::Widening& widening : widenings)
        if (widening.typed.find_first_of("*?") == std::string::npos)  // those are tried themselves
            for (const std::string& word : widening.words) add_name(word);
}

void Highlighter::collect(const query::Expr& expr) {
    const auto all = [&](const auto& group) {
        for (const query::Expr& each : group.of) collect(each);
    };
    std::visit(overload{[&](const query::Word& word) { add_word(word); },
                        [&](const query::Phrase& phrase) { add_phrase(phrase); },
                        [&](const query::Wildcard& wildcard) {
                            add_phrase({wildcard.field, wildcard.pattern, true, {}});
                        },
                        [&](const query::Value& value) {
                            if (field(value.field).kind == Field::Kind::entity)
                                add_name(value.text);
                        },
                        [&](const query::All& group) { all(group); },
                        [&](const query::Any& group) { all(group); },
                        [&](const query::Near& group) {
                            collect(group.of.front());
                            if (!group.negated) collect(group.of.back());
                        },
                        [&](const query::Cased& group) { all(group); },
                        [&](const query::AtLeast& group) { all(group); },
                        [&](const query::First& group) { all(group); },
                        [&](const query::Prefer& group) { all(group); },
                        [](const auto&) {}},  // NOT and conditions show nothing
               expr.node);
}

void Highlighter::add_word(const query::Word& word) {
    Part part;
    bool stemmable = false;
    text::Words all(word.text);
    while (const text::Word* each = all.next()) {
        part.push_back({std::string(each->folded), false, {}});
        stemmable = each->stemmable;
    }
    if (part.size() == 1 && stemmable && !word.exact)
        for (index::Stemmer& stemmer : stemmers_) part[0].stems.emplace_back(stemmer(part[0].word));
    add(std::move(part));
}

// The words of a phrase that need only be near each other are shown one by one.
void Highlighter::add_phrase(const query::Phrase& phrase) {
    Part part;
    for (text::WildWord& each : text::wild_words(phrase.text)) {
        part.push_back({std::move(each.folded), each.wild, {}});
        if (phrase.within) add(std::exchange(part, {}));
    }
    add(std::move(part));
}

void Highlighter::add_name(std::string_view name) {
    Part part;
    text::Words all(name);
    while (const text::Word* word = all.next())
        part.push_back({std::string(word->folded), false, {}});
    add(std::move(part));
}

void Highlighter::add(Part part) {
    if (part.empty() || parts_.size() == most_parts) return;
    const Term& first = part.front();
    const std::size_t number = parts_.size();
    if (first.wild) {
        if (by_pattern_.size() == most_patterns) return;
        by_pattern_.push_back(number);
        beginnings_.add(text::literal_prefix(first.word));
    } else {
        by_word_[first.word].push_back(number);
        beginnings_.add(first.word);
    }
    for (std::size_t i = 0; i < first.stems.size(); ++i) {
        by_stem_[i][first.stems[i]].push_back(number);
        beginnings_.add(kept_letters(first.stems[i]));
    }
    parts_.push_back(std::move(part));
}

bool Highlighter::matches(const Term& term, const text::Word& word) {
    return term.wild ? text::matches(term.word, word.folded) : word.folded == term.word;
}

// Where the part ends whose words begin `rest`; 0 if they do not.
std::size_t Highlighter::end_of(const Part& part, std::string_view rest) {
    text::Words all(rest);
    std::size_t end = 0;
    for (const Term& term : part) {
        const text::Word* word = all.next();
        if (!word || (part.size() > 1 && !matches(term, *word))) return 0;
        end = word->end;
    }
    return end;
}

void Highlighter::find_at(const text::Word& word, std::string_view text, std::size_t offset,
                          std::vector<Found>& out) {
    const std::size_t begin = offset + word.begin, end = offset + word.end;
    const std::size_t before = out.size();
    const auto found = [&](std::size_t number) {
        const Part& part = parts_[number];
        if (part.size() == 1)
            out.push_back({begin, end, number});
        else if (const std::size_t length = end_of(part, text.substr(begin)))
            out.push_back({begin, begin + length, number});
    };
    if (const auto at = by_word_.find(word.folded); at != by_word_.end())
        for (const std::size_t number : at->second) found(number);
    for (std::size_t i = 0; i < stemmers_.size() && word.stemmable && out.size() == before; ++i) {
        const auto at = by_stem_[i].find(stemmers_[i](word.folded));
        if (at != by_stem_[i].end())
            for (const std::size_t number : at->second) found(number);
    }
    for (const std::size_t number : by_pattern_)
        if (matches(parts_[number].front(), word)) found(number);
}

std::vector<Found> Highlighter::find(std::string_view text) {
    std::vector<Found> out;
    if (empty()) return out;
    std::size_t seen = 0;
    for (std::string_view stretch = beginnings_.next(text, 0); !stretch.empty();) {
        const auto offset = std::size_t(stretch.data() - text.data());
        text::Words words(stretch);
        while (const text::Word* word = words.next()) {
            if (++seen > most_words) return out;
            find_at(*word, text, offset, out);
        }
        stretch = beginnings_.next(text, offset + stretch.size());
    }
    return out;
}

Highlighter::Ranges Highlighter::ranges(const std::vector<Found>& found) {
    Ranges out;
    for (const Found& each : found) {
        if (!out.empty() && each.begin < out.back().second)
            out.back().second = std::max(out.back().second, each.end);
        else
            out.emplace_back(each.begin, each.end);
    }
    return out;
}

}  // namespace morgue::search

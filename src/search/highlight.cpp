#include "search/highlight.hpp"

#include "text/wildcards.hpp"

namespace morgue::search {

using query::overload;

Highlighter::Highlighter(const query::Expr& expr, const std::vector<std::string>& languages) {
    for (const std::string& language : languages) stemmers_.emplace_back(language);
    collect(expr);
}

void Highlighter::collect(const query::Expr& expr) {
    const auto all = [&](const auto& group) {
        for (const query::Expr& each : group.of) collect(each);
    };
    std::visit(overload{[&](const query::Word& word) { add(word.text, word.exact); },
                        [&](const query::Phrase& phrase) { add(phrase.text, true); },
                        [&](const query::Wildcard& wildcard) {
                            for (text::Pattern& part : text::patterns(wildcard.pattern))
                                terms_.push_back({std::move(part.folded), true, false, {}});
                        },
                        [&](const query::Value& value) {
                            if (field(value.field).kind == Field::Kind::entity)
                                add(value.text, true);
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

void Highlighter::add(std::string_view text, bool exact) {
    text::Words all(text);
    while (const text::Word* word = all.next()) {
        Term term{std::string(word->folded), false, !exact && word->stemmable, {}};
        if (term.stemmed)
            for (index::Stemmer& stemmer : stemmers_) term.stems.emplace_back(stemmer(term.word));
        terms_.push_back(std::move(term));
    }
}

int Highlighter::match(const text::Word& word) {
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        const Term& term = terms_[i];
        if (term.pattern ? text::matches(term.word, word.folded) : word.folded == term.word)
            return int(i) + 1;
        // a stem keeps at least the first letter of its word
        if (!term.stemmed || !word.stemmable || word.folded.front() != term.word.front()) continue;
        for (std::size_t s = 0; s < stemmers_.size(); ++s)
            if (stemmers_[s](word.folded) == term.stems[s]) return int(i) + 1;
    }
    return 0;
}

std::vector<std::pair<std::size_t, std::size_t>> Highlighter::ranges(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    if (empty()) return out;
    text::Words all(text);
    while (const text::Word* word = all.next())
        if (match(*word)) out.emplace_back(word->begin, word->end);
    return out;
}

}  // namespace morgue::search

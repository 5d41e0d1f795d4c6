#include "index/place_of.hpp"

#include <cassert>

#include "text/wildcards.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

using query::Expr;
using query::InField;
using Letters = std::optional<query::Cased::Case>;

class Placing {
public:
    explicit Placing(Lexicon& lexicon) : lexicon_(lexicon) {}

    Place place(const Expr& expr) {
        return std::visit([&](const auto& node) { return place(node); }, expr.node);
    }

private:
    Place leaf(InField field, std::vector<std::string> words) const {
        Place place;
        place.kind = Place::Kind::words;
        place.words = std::move(words);
        place.field = field;
        place.letters = letters_;
        return place;
    }

    Place group(Place::Kind kind, std::vector<Place> of) const {
        Place place;
        place.kind = kind;
        place.of = std::move(of);
        return place;
    }

    Place part(InField field, const text::WildWord& pattern) {
        return leaf(field, pattern.wild ? lexicon_.like(field, pattern.folded)
                                        : std::vector<std::string>{pattern.folded});
    }

    Place sequence(InField field, const std::vector<text::WildWord>& parts) {
        std::vector<Place> of;
        for (const text::WildWord& each : parts) of.push_back(part(field, each));
        return of.size() == 1 ? std::move(of.front()) : group(Place::Kind::sequence, std::move(of));
    }

    Place place(const query::Word& word) {
        const std::vector<text::WildWord> parts = text::wild_words(word.text);
        if (parts.size() != 1 || word.exact || !parts.front().stemmable)
            return sequence(word.field, parts);
        return leaf(word.field, lexicon_.forms(parts.front().folded));
    }

    Place place(const query::Phrase& phrase) {
        if (!phrase.within) return sequence(phrase.field, text::wild_words(phrase.text));
        std::vector<Place> of;
        for (std::string& word : text::words(phrase.text))
            of.push_back(leaf(phrase.field, {std::move(word)}));
        Place place = group(Place::Kind::window, std::move(of));
        place.number = *phrase.within;
        return place;
    }

    Place place(const query::Wildcard& wildcard) {
        return sequence(wildcard.field, text::wild_words(wildcard.pattern));
    }

    Place place(const query::Fuzzy& fuzzy) {
        return leaf(fuzzy.field,
                    lexicon_.near(fuzzy.field, text::words(fuzzy.text).front(), fuzzy.edits));
    }

    std::vector<Place> all(const std::vector<Expr>& of) {
        std::vector<Place> out;
        for (const Expr& each : of) out.push_back(place(each));
        return out;
    }

    Place place(const query::Any& any) { return group(Place::Kind::any, all(any.of)); }

    Place place(const query::Near& near) {
        Place place = group(Place::Kind::near, all(near.of));
        place.near = near;
        place.near.of.clear();
        return place;
    }

    Place place(const query::First& first) {
        Place place = group(Place::Kind::first, all(first.of));
        place.number = first.words;
        return place;
    }

    // The innermost caps() counts.
    Place place(const query::Cased& cased) {
        const Letters outer = std::exchange(letters_, cased.letters);
        Place inside = place(cased.of.front());
        letters_ = outer;
        return inside;
    }

    template <typename Node>
    Place place(const Node&) {
        assert(false);  // query::is_place() lets no other through
        return {};
    }

    Lexicon& lexicon_;
    Letters letters_;
};

}  // namespace

Place place_of(const Expr& expr, Lexicon& lexicon) {
    return Placing(lexicon).place(expr);
}

}  // namespace morgue::index

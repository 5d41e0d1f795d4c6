#include "entities/shouted_names.hpp"

#include <algorithm>
#include <span>

namespace morgue::entities {

namespace {

constexpr std::size_t longest_name = 8;

class ShoutedScanner {
public:
    ShoutedScanner(Text& text, Forms& forms, const Lexicon& lexicon)
        : text_(text), forms_(forms), lexicon_(lexicon) {}

    void run() {
        const auto& tokens = text_.tokens;
        for (std::size_t at = 0; at < tokens.size();) {
            const bool may_begin = tokens[at].shouted && tokens[at].is_capitalised();
            at = may_begin ? std::max(step(at), at + 1) : at + 1;
        }
    }

private:
    const Token& token(std::size_t at) const {
        return at < text_.tokens.size() ? text_.tokens[at] : none_;
    }

    // A name ends where its sentence does: what follows may not be shouted.
    bool goes_on(std::size_t at) const { return token(at).shouted && !token(at).starts; }

    std::size_t step(std::size_t at) {
        if (const std::size_t end = known_form(at)) return end;
        const auto rest = std::span(text_.tokens).subspan(at);
        const Lexicon::Phrase phrase =
            lexicon_.longest_phrase(rest.first(std::min(rest.size(), 2 * longest_name)));
        if (phrase.traits & trait::known) return add(at, at + phrase.length, phrase.traits);
        if (phrase.length) return at + phrase.length;
        const Token& here = token(at);
        constexpr Traits no_name = trait::common | trait::weak | trait::given_name;
        if (here.has(trait::known) && !here.has(no_name)) return add(at, at + 1, here.traits);
        const Token& next = token(at + 1);
        const bool surname =
            goes_on(at + 1) && next.has(trait::family_name) && !next.has(trait::common);
        if (here.has(trait::given_name) && surname && !here.has(trait::common))
            return add(at, at + 2, 0);
        return at + 1;
    }

    // The longest name here that the article has elsewhere; 0 if there is none.
    std::size_t known_form(std::size_t at) {
        Candidate candidate;
        candidate.first = std::uint32_t(at);
        std::size_t best = 0;
        for (std::size_t end = at; end < at + 2 * longest_name; ++end) {
            const Token& word = token(end);
            if (!word.is_word() && word.mark != '-' && word.mark != '&') break;
            if (word.is_word() && end > at && !goes_on(end)) break;
            if (!word.is_word()) continue;
            candidate.form = extend_hash(candidate.form, word.hash);
            ++candidate.words;
            if (!is_known(candidate, word)) continue;
            if (candidate.words == 1 && word.has(trait::common)) continue;
            best = end + 1;
        }
        if (best) add(at, best, 0);
        return best;
    }

    // What the gazetteer knows is not taken for a surname or initials ("US" of "U.S. Senate").
    bool is_known(const Candidate& name, const Token& last) {
        if (const Form* form = forms_.find(name.form)) return form->kind.has_value();
        return forms_.aliases.contains(name.form) && !(name.words == 1 && last.has(trait::known));
    }

    std::size_t add(std::size_t at, std::size_t end, Traits traits) {
        Candidate found;
        found.first = std::uint32_t(at);
        found.last = std::uint32_t(end);
        found.traits = traits;
        if (traits) found.pattern = Candidate::Pattern::gazetteer;
        measure(text_.tokens, found);
        Form& form = forms_.add(text_, found);
        const auto alias = forms_.aliases.find(found.form);
        if (!form.kind && !traits && alias != forms_.aliases.end()) {
            form.same_as = alias->second;
            form.kind = forms_.all()[alias->second].kind;
        } else if (!form.kind) {
            form.kind = Entity::Kind::person;
            if (traits & trait::organisation) form.kind = Entity::Kind::organisation;
            if (traits & trait::place) form.kind = Entity::Kind::place;
        }
        text_.candidates.push_back(found);
        return end;
    }

    Text& text_;
    Forms& forms_;
    const Lexicon& lexicon_;
    const Token none_;
};

}  // namespace

void find_shouted_names(Text& text, Forms& forms, const Lexicon& lexicon) {
    ShoutedScanner(text, forms, lexicon).run();
}

}  // namespace morgue::entities

// Gazetteers and capitalisation rules: words, candidates, evidence over the whole article, aliases.
#include <algorithm>

#include "embedded/gazetteers.hpp"
#include "entities/aliases.hpp"
#include "entities/recogniser.hpp"
#include "entities/shouted_names.hpp"
#include "entities/shouting.hpp"
#include "entities/tokenise.hpp"

namespace morgue::entities {

namespace {

Mention mention(const Text& text, const Candidate& candidate) {
    return {text.where, text.tokens[candidate.first].begin, text.tokens[candidate.last - 1].end};
}

std::string_view surface(const Text& text, const Mention& mention) {
    return text.text.substr(mention.begin, mention.end - mention.begin);
}

// White space inside a name (a line end of the body) becomes one blank.
std::string one_line(std::string_view name) {
    std::string out;
    for (char c : name) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return out;
}

// A name of the body is better spelt than one of a shouted headline.
std::string canonical_name(const Form& form) {
    return one_line(surface(*form.text, mention(*form.text, form.first)));
}

std::vector<Entity> collect(std::vector<Text>& texts, Forms& forms) {
    auto& all = forms.all();
    std::vector<std::uint32_t> entity_of(all.size(), UINT32_MAX);
    std::vector<Entity> entities;
    for (Text& text : texts) {
        std::ranges::sort(text.candidates, {}, &Candidate::first);
        for (const Candidate& candidate : text.candidates) {
            const Form* form = forms.find(candidate.form);
            if (!form || !form->kind) continue;
            std::uint32_t& at = entity_of[form->same_as];
            if (at == UINT32_MAX) {
                at = std::uint32_t(entities.size());
                const Form& fullest = all[form->same_as];
                entities.push_back({*fullest.kind, canonical_name(fullest), {}});
            }
            entities[at].mentions.push_back(mention(text, candidate));
        }
    }
    return entities;
}

bool is_english(std::string_view language) {
    return language.empty() || language == "en" || language.starts_with("en-");
}

class RuleRecogniser final : public Recogniser {
public:
    RuleRecogniser() : lexicon_(embedded::gazetteers) {}

    std::vector<Entity> recognise(const Article& article) const override {
        std::vector<Text> texts;
        texts.push_back(read(Mention::Where::headline, article.headline));
        texts.push_back(read(Mention::Where::body, article.body));
        Forms forms(texts);
        forms.decide(!is_english(article.language));
        link_aliases(forms);
        for (Text& text : texts) find_shouted_names(text, forms, lexicon_);
        return collect(texts, forms);
    }

private:
    Text read(Mention::Where where, std::string_view text) const {
        Text read{where, text, tokenise(text, &lexicon_), {}};
        mark_shouting(read.tokens, where == Mention::Where::headline);
        read.candidates = find_candidates(read.tokens, lexicon_);
        return read;
    }

    const Lexicon lexicon_;
};

}  // namespace

std::unique_ptr<Recogniser> rule_recogniser() {
    return std::make_unique<RuleRecogniser>();
}

}  // namespace morgue::entities

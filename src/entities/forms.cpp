#include "entities/forms.hpp"

#include <algorithm>
#include <bitset>

namespace morgue::entities {

namespace {

constexpr int context_most = 60;  // points that the neighbourhoods can give in all
constexpr int certain = 40;       // points of what is known by its own words
constexpr int enough_for_several_words = 8, enough_for_one_word = 12;

void add_points(Scores& to, const Scores& more) {
    for (std::size_t kind = 0; kind < to.points.size(); ++kind)
        to.points[kind] =
            std::clamp(to.points[kind] + more.points[kind], -context_most, context_most);
}

int best_points(const Scores& scores) {
    return *std::ranges::max_element(scores.points);
}

bool is_anchored(const Text& text, const Candidate& candidate, const Scores& name,
                 const Scores& context) {
    const Token& first = text.tokens[candidate.first];
    if (context.points[0] >= 20 && !first.has(trait::common)) return true;
    return !first.starts || candidate.words > 1 || candidate.titled || best_points(name) >= certain;
}

}  // namespace

int Form::points(Entity::Kind of) const {
    return name.points[std::size_t(of)] + context.points[std::size_t(of)];
}

Forms::Forms(const std::vector<Text>& texts) {
    for (const Text& text : texts) collect(text);
    for (const Text& text : texts) note_lower_case(text);
}

Form* Forms::find(std::uint64_t form) {
    const auto found = by_hash_.find(form);
    return found == by_hash_.end() ? nullptr : &forms_[found->second];
}

Form& Forms::add(const Text& text, const Candidate& candidate) {
    const auto [at, is_new] = by_hash_.try_emplace(candidate.form, std::uint32_t(forms_.size()));
    if (is_new) {
        Form& form = forms_.emplace_back();
        form.text = &text;
        form.first = candidate;
        form.same_as = at->second;
        form.name = name_evidence(text.tokens, candidate);
    }
    return forms_[at->second];
}

void Forms::collect(const Text& text) {
    for (const Candidate& candidate : text.candidates) {
        Form& form = add(text, candidate);
        const Scores context = context_evidence(text.tokens, candidate);
        add_points(form.context, context);
        form.anchored |= is_anchored(text, candidate, form.name, context);
        form.titled |= candidate.titled;
    }
}

void Forms::note_lower_case(const Text& text) {
    std::bitset<4096> wanted;
    for (const Form& form : forms_)
        if (form.first.words == 1) wanted.set(form.text->tokens[form.first.first].hash % 4096);
    for (const Token& token : text.tokens) {
        if (token.shape != Token::Shape::lower || !wanted[token.hash % 4096]) continue;
        if (Form* form = find(extend_hash(0, token.hash))) form->in_lower_case = true;
    }
}

void Forms::decide(bool strict) {
    for (Form& form : forms_) {
        const bool several = form.first.words > 1;
        const bool known = best_points(form.name) >= certain;
        if (!form.anchored || (form.in_lower_case && !several && !known && !form.titled &&
                               !(form.first.traits & trait::known)))
            continue;
        auto kind = Entity::Kind::person;
        for (const auto other : {Entity::Kind::organisation, Entity::Kind::place})
            if (form.points(other) > form.points(kind)) kind = other;
        if (strict && !(kind == Entity::Kind::person && form.points(kind) >= certain) &&
            !(kind == Entity::Kind::place && form.first.pattern == Candidate::Pattern::gazetteer &&
              known))
            continue;
        if (form.points(kind) >= (several ? enough_for_several_words : enough_for_one_word))
            form.kind = kind;
    }
}

}  // namespace morgue::entities

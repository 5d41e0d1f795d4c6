#include "entities/aliases.hpp"

namespace morgue::entities {

namespace {

using Kind = Entity::Kind;

constexpr int certain = 40;                                     // points that no alias overrules
constexpr std::uint32_t none = UINT32_MAX, several = none - 1;  // several: ambiguous

// Chains (a -> b -> c) become direct links; a ring cannot arise but is cut all the same.
void flatten(std::vector<Form>& all) {
    for (Form& form : all) {
        for (int steps = 0; steps < 4 && all[form.same_as].same_as != form.same_as; ++steps)
            form.same_as = all[form.same_as].same_as;
    }
    for (std::uint32_t at = 0; at < all.size(); ++at)
        if (all[all[at].same_as].same_as != all[at].same_as) all[at].same_as = at;
}

class Linker {
public:
    explicit Linker(Forms& forms) : forms_(forms) {}

    void run() {
        auto& all = forms_.all();
        for (std::uint32_t at = 0; at < all.size(); ++at) {
            const Form& form = all[at];
            if (!form.kind || form.first.words < 2) continue;
            collect_words(form);
            if (form.kind == Kind::person) offer_person(at);
            if (form.kind == Kind::organisation) offer_organisation(at);
        }
        for (std::uint32_t at = 0; at < all.size(); ++at) link(at);
        flatten(all);
        for (const Aliases* aliases : {&people_, &organisations_})
            for (const auto& [alias, form] : *aliases)
                if (form != several) forms_.aliases.try_emplace(alias, all[form].same_as);
    }

private:
    using Aliases = std::unordered_map<std::uint64_t, std::uint32_t>;

    void collect_words(const Form& form) {
        words_.clear();
        for (std::size_t at = form.first.first; at < form.first.last; ++at)
            if (form.text->tokens[at].is_word()) words_.push_back(&form.text->tokens[at]);
    }

    std::uint64_t hash(std::size_t from, std::size_t to) const {
        std::uint64_t sequence = 0;
        for (std::size_t at = from; at < to; ++at)
            sequence = extend_hash(sequence, words_[at]->hash);
        return sequence;
    }

    // The fuller of two names with the same alias keeps it only if it includes the other.
    void offer(Aliases& aliases, std::uint64_t alias, std::uint32_t form) {
        const auto [at, is_new] = aliases.try_emplace(alias, form);
        if (!is_new && at->second != form) at->second = several;
    }

    void offer_person(std::uint32_t at) {
        const Form& form = forms_.all()[at];
        // One that is itself an alias ("González Anaya") must not make its fuller form ambiguous.
        const bool given =
            words_[0]->has(trait::given_name) || words_[0]->shape == Token::Shape::initial;
        if (!given && form.name.points[0] + form.context.points[0] < 20 && words_.size() < 3) {
            offer(weak_people_, hash(words_.size() - 1, words_.size()), at);
            return;
        }
        for (std::size_t from = 1; from < words_.size(); ++from)
            offer(people_, hash(from, words_.size()), at);
        if (words_.size() > 2) {
            const std::uint64_t outer =
                extend_hash(extend_hash(0, words_.front()->hash), words_.back()->hash);
            offer(people_, outer, at);
        }
        offer(given_names_, hash(0, 1), at);
    }

    void offer_organisation(std::uint32_t at) {
        std::size_t size = words_.size();
        while (size > 1 && words_[size - 1]->has(trait::organisation_end)) --size;
        if (size < words_.size()) offer(organisations_, hash(0, size), at);
        std::string initials;
        const Form& form = forms_.all()[at];
        for (const Token* word : words_)
            if (word->is_capitalised()) initials += form.text->text[word->begin];
        if (initials.size() >= 2) offer(organisations_, extend_hash(0, word_hash(initials)), at);
    }

    static std::uint32_t found(const Aliases& aliases, std::uint64_t alias) {
        const auto at = aliases.find(alias);
        return at == aliases.end() ? none : at->second;
    }

    void link(std::uint32_t at) {
        Form& form = forms_.all()[at];
        if (const std::uint32_t fuller = person_of(form); fuller != none && fuller != at) {
            if (fuller != several) form.same_as = fuller;
            form.kind = Kind::person;
            return;
        }
        const std::uint32_t fuller = found(organisations_, form.first.form);
        if (fuller == none || fuller == several || fuller == at) return;
        const bool guessed = !form.kind || form.points(*form.kind) < certain;
        if (!guessed && form.kind != Kind::organisation) return;
        form.same_as = fuller;
        form.kind = Kind::organisation;
    }

    std::uint32_t person_of(const Form& form) const {
        const int person = form.context.points[0];
        const bool other = form.name.points[1] >= certain || form.name.points[2] >= certain;
        const Token& first = form.text->tokens[form.first.first];
        if (form.in_lower_case && first.has(trait::common)) return none;
        if (other && person <= form.context.points[1] + form.context.points[2]) return none;
        std::uint32_t fuller = found(people_, form.first.form);
        if (fuller == none && form.first.words == 1) fuller = found(weak_people_, form.first.form);
        if (fuller == none && form.first.words == 1 && !form.first.titled)
            fuller = found(given_names_, form.first.form);
        return fuller;
    }

    Forms& forms_;
    std::vector<const Token*> words_;  // of the form at hand
    Aliases people_, weak_people_, given_names_, organisations_;
};

}  // namespace

void link_aliases(Forms& forms) {
    Linker(forms).run();
}

}  // namespace morgue::entities

#include "entities/resolve.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "entities/company_suffixes.hpp"
#include "entities/hashing.hpp"
#include "text/utf8.hpp"

namespace morgue::entities {

namespace {

using Kind = Entity::Kind;
using Words = std::vector<Found::Part>;

std::uint64_t key_of(Kind kind, const Words& words, std::size_t first, std::size_t last) {
    std::uint64_t key = std::uint64_t(kind) + 1;
    for (std::size_t at = first; at < last; ++at) key = extend_hash(key, words[at].folded);
    return key;
}

// A name as it is written, accents and case aside.
struct Form {
    Kind kind;
    std::uint64_t key;
    const Found* first;       // mention; the first of the body, if there is one
    std::uint32_t means = 0;  // index of the form it is short for, or its own
};

class Resolver {
public:
    Resolver(const Article& article, const std::vector<Found>& mentions)
        : article_(article), mentions_(mentions) {}

    std::vector<Entity> run() {
        collect();
        join_middle_names();
        for (std::uint32_t at = 0; at < forms_.size(); ++at)
            if (forms_[at].kind == Kind::person)
                offer_person(at);
            else if (forms_[at].kind == Kind::organisation)
                offer_organisation(at);
        for (std::uint32_t at = 0; at < forms_.size(); ++at) link(at);
        return entities();
    }

private:
    static constexpr std::uint32_t several = UINT32_MAX;
    using Offers = std::unordered_map<std::uint64_t, std::uint32_t>;  // short key -> form

    void collect() {
        for (const Found& found : mentions_) {
            const std::uint64_t key = key_of(found.kind, found.words, 0, found.words.size());
            const auto [at, is_new] = by_key_.try_emplace(key, std::uint32_t(forms_.size()));
            if (is_new) forms_.push_back({found.kind, key, &found, at->second});
            // The body spells a name better than a headline in capitals.
            Form& form = forms_[at->second];
            if (form.first->mention.where == Mention::Where::headline &&
                found.mention.where == Mention::Where::body)
                form.first = &found;
        }
    }

    static void offer(Offers& offers, std::uint64_t key, std::uint32_t form) {
        const auto [at, is_new] = offers.try_emplace(key, form);
        if (!is_new && at->second != form) at->second = several;
    }

    static bool is_like_name(const Words& words) {
        return words.size() >= 2 && words.front().initial != 0 && words.back().initial != 0;
    }

    // George Bush is George W. Bush.
    void join_middle_names() {
        Offers by_ends;
        for (std::uint32_t at = 0; at < forms_.size(); ++at) {
            const Words& words = forms_[at].first->words;
            if (forms_[at].kind == Kind::person && words.size() > 2 && is_like_name(words))
                offer(by_ends, key_of(Kind::person, {words.front(), words.back()}, 0, 2), at);
        }
        for (Form& form : forms_)
            if (const auto found = by_ends.find(form.key);
                found != by_ends.end() && found->second != several)
                form.means = found->second;
    }

    void offer_person(std::uint32_t at) {
        const Words& words = forms_[at].first->words;
        if (!is_like_name(words)) return;
        for (std::size_t from = 1; from < words.size(); ++from)
            offer(shorter_, key_of(Kind::person, words, from, words.size()), meaning(at));
        offer(given_, key_of(Kind::person, words, 0, 1), meaning(at));
    }

    void offer_organisation(std::uint32_t at) {
        const Words& words = forms_[at].first->words;
        std::size_t size = words.size();
        while (size > 1 && is_company_suffix(words[size - 1].folded)) --size;
        if (size < words.size()) offer(shorter_, key_of(Kind::organisation, words, 0, size), at);
        std::string initials;
        for (const Found::Part& word : words)
            if (word.initial) initials += word.initial;
        if (initials.size() >= 2) offer(acronyms_, hash_bytes(initials), at);
    }

    // What is a company without its Corp is no person or place.
    std::uint32_t company(const Form& form) const {
        const Words& words = form.first->words;
        const auto found = shorter_.find(key_of(Kind::organisation, words, 0, words.size()));
        return found == shorter_.end() ? several : found->second;
    }

    void link(std::uint32_t at) {
        Form& form = forms_[at];
        if (form.means != at) return;
        if (const std::uint32_t whole = company(form); whole != several) {
            form.means = whole;
            return;
        }
        const std::uint32_t longer = longer_form(form);
        if (longer != several && longer != at) form.means = longer;
    }

    std::uint32_t longer_form(const Form& form) const {
        if (const auto found = shorter_.find(form.key); found != shorter_.end())
            return found->second;
        const Words& words = form.first->words;
        if (words.size() != 1) return several;
        if (form.kind == Kind::person)
            if (const auto found = given_.find(form.key); found != given_.end())
                return found->second;
        if (form.kind == Kind::organisation && form.first->caps)
            if (const auto found = acronyms_.find(words[0].folded); found != acronyms_.end())
                return found->second;
        return several;
    }

    // What a form means at last; short forms of short forms are followed a few steps.
    std::uint32_t meaning(std::uint32_t at) const {
        for (int step = 0; step < 4 && forms_[at].means != at; ++step) at = forms_[at].means;
        return at;
    }

    std::string name(const Form& form) const {
        const Mention& mention = form.first->mention;
        const std::string& text =
            mention.where == Mention::Where::headline ? article_.headline : article_.body;
        return text::one_line(
            std::string_view(text).substr(mention.begin, mention.end - mention.begin));
    }

    std::vector<Entity> entities() const {
        std::vector<Entity> out;
        std::unordered_map<std::uint32_t, std::size_t> entity_of;
        for (const Found& found : mentions_) {
            const std::uint64_t key = key_of(found.kind, found.words, 0, found.words.size());
            const std::uint32_t at = meaning(by_key_.at(key));
            const auto [entity, is_new] = entity_of.try_emplace(at, out.size());
            if (is_new) out.push_back({forms_[at].kind, name(forms_[at]), {}});
            out[entity->second].mentions.push_back(found.mention);
        }
        return out;
    }

    const Article& article_;
    const std::vector<Found>& mentions_;
    std::vector<Form> forms_;
    std::unordered_map<std::uint64_t, std::uint32_t> by_key_;
    Offers shorter_, given_, acronyms_;
};

}  // namespace

std::vector<Entity> resolve(const Article& article, const std::vector<Found>& mentions) {
    return Resolver(article, mentions).run();
}

}  // namespace morgue::entities

#include "entities/names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "entities/hashing.hpp"

namespace morgue::entities {

namespace {

using Kind = Entity::Kind;

constexpr std::uint64_t the_word = hash_bytes("the"), s_word = hash_bytes("'s"),
                        curly_s_word = hash_bytes("’s"), reporting_word = hash_bytes("reporting"),
                        editing_word = hash_bytes("editing"), writing_word = hash_bytes("writing"),
                        by_word = hash_bytes("by"), of_word = hash_bytes("of"),
                        copyright_word = hash_bytes("copyright"), de_word = hash_bytes("de"),
                        la_word = hash_bytes("la");

// What stands before a surname and belongs to it: del Ponte, von Trapp.
constexpr std::array particles{
    hash_bytes("bin"), hash_bytes("da"),  hash_bytes("de"),  hash_bytes("del"), hash_bytes("della"),
    hash_bytes("den"), hash_bytes("der"), hash_bytes("di"),  hash_bytes("dos"), hash_bytes("du"),
    hash_bytes("ibn"), hash_bytes("ter"), hash_bytes("van"), hash_bytes("von")};

// Nothing of a company's name follows them, as it may follow Corp or Bank.
constexpr std::array closing_suffixes{hash_bytes("ag"),  hash_bytes("gmbh"), hash_bytes("inc"),
                                      hash_bytes("ltd"), hash_bytes("nv"),   hash_bytes("plc"),
                                      hash_bytes("sa"),  hash_bytes("spa"),  hash_bytes("llc")};

class Repairer {
public:
    Repairer(const Document& document, std::vector<Name>& names)
        : document_(document), names_(names) {}

    void run() {
        join_nicknames();
        for (Name& name : names_) trim(name);
        std::erase_if(names_, [](const Name& name) { return name.first >= name.last; });
        split_companies();
        set_acronyms();
        note_surnames();
        add_lone([&](std::size_t at) { return is_lone_surname(at); }, Kind::person);
        add_lone([&](std::size_t at) { return is_lone_institution(at); }, Kind::organisation);
        std::erase_if(names_,
                      [&](const Name& name) { return is_no_name(name) || is_credit(name); });
        std::uint32_t end = 0;  // of the name before
        for (Name& name : names_) {
            set_organisation(name);
            if (name.kind == Kind::person) take_particles(name, end);
            end = name.last;
        }
    }

private:
    const Token& token(std::size_t at) const { return document_.tokens[at]; }
    const Word& word(std::size_t at) const { return *token(at).word; }
    std::size_t size() const { return document_.tokens.size(); }

    std::string_view surface(std::size_t at) const {
        return document_.text.substr(token(at).begin, token(at).end - token(at).begin);
    }

    bool is_quote(std::size_t at) const {
        const std::string_view mark = surface(at);
        return mark == "\"" || mark == "“" || mark == "”" || mark == "'" || mark == "‘" ||
               mark == "’";
    }

    // Héctor “Niño” Guerrero: what stands in the quotation marks belongs to the person.
    void join_nicknames() {
        for (Name& name : names_)
            if (name.kind == Kind::person && name.first < name.last)
                while (const std::uint32_t end = behind_nickname(name)) {
                    name.last = end;
                    absorb(name);
                }
    }

    std::uint32_t behind_nickname(const Name& name) const {
        std::uint32_t at = name.last;
        if (at >= size() || !is_quote(at) || !word(name.last - 1).capital) return 0;
        const std::uint32_t opening = at++;
        while (at < size() && at < opening + 4 && word(at).wordy) ++at;
        if (at == opening + 1 || at + 1 >= size() || !is_quote(at)) return 0;
        if (!word(opening + 1).capital || !word(at + 1).capital || token(at + 1).starts) return 0;
        return end_of_name(at + 1);
    }

    // The end of the name that holds the token, or of the token alone.
    std::uint32_t end_of_name(std::uint32_t at) const {
        for (const Name& name : names_)
            if (name.first <= at && at < name.last)
                return name.kind == Kind::person ? name.last : 0;
        return at + 1;
    }

    void absorb(const Name& whole) {
        for (Name& name : names_)
            if (&name != &whole && name.first >= whole.first && name.first < whole.last)
                name.first = name.last = 0;
    }

    bool is_possessive(std::size_t at) const {
        return word(at).lower == s_word || word(at).lower == curly_s_word;
    }

    bool has_capital_or_digit(std::size_t at) const {
        return word(at).capital || std::ranges::any_of(surface(at), [](char c) {
                   return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
               });
    }

    void trim(Name& name) const {
        while (name.first < name.last &&
               (!word(name.first).wordy || word(name.first).lower == the_word ||
                is_possessive(name.first)))
            ++name.first;
        if (name.first < name.last && word(name.first).lower == copyright_word) ++name.first;
        const auto is_loose = [&](std::size_t at) {
            return is_possessive(at) || !has_capital_or_digit(at);
        };
        while (name.first < name.last && is_loose(name.last - 1)) --name.last;
        while (name.kind == Kind::person && name.last - name.first > 1 &&
               word(name.first).has(trait::courtesy | trait::rank) &&
               !word(name.first).has(trait::given_name))
            ++name.first;
    }

    // Norvik AG of West Germany: behind what only ends a company's name stands where it is.
    void split_companies() {
        std::vector<Name> all;
        for (const Name& name : names_) {
            all.push_back(name);
            const std::uint32_t of = company_end(name);
            if (of == 0) continue;
            all.back().last = of;
            all.push_back({Kind::place, of + 1, name.last});
        }
        names_ = std::move(all);
    }

    // Of such a name the token "of", else 0.
    std::uint32_t company_end(const Name& name) const {
        if (name.kind != Kind::organisation) return 0;
        for (std::uint32_t at = name.first + 1; at + 1 < name.last; ++at) {
            if (word(at).lower != of_word) continue;
            const bool closed =
                std::ranges::find(closing_suffixes, word(at - 1).folded) != closing_suffixes.end();
            if (closed && (known({Kind::place, at + 1, name.last}) & trait::country)) return at;
        }
        return 0;
    }

    // Canadian Blood Services (CBS): initials in brackets mean what stands before them.
    void set_acronyms() {
        std::vector<Name> all;
        for (const Name& name : names_) {
            if (all.empty() || name.first >= all.back().last) all.push_back(name);
            if (is_initials(name, name.last + 1))
                all.push_back({Kind::organisation, name.last + 1, name.last + 2});
        }
        names_ = std::move(all);
    }

    bool is_initials(const Name& name, std::size_t at) const {
        if (name.kind != Kind::organisation || at + 1 >= size() || !word(at).caps) return false;
        if (surface(at - 1) != "(" || surface(at + 1) != ")") return false;
        std::string initials;
        for (std::size_t part = name.first; part < name.last; ++part)
            if (word(part).capital) initials += surface(part)[0];
        return initials == surface(at);
    }

    void note_surnames() {
        for (const Name& name : names_)
            if (name.kind == Kind::person && name.last - name.first > 1)
                surnames_.insert(word(name.last - 1).folded);
    }

    // Adds tokens outside of all names that are a name by themselves.
    template <class IsName>
    void add_lone(IsName is_name, Kind kind) {
        std::vector<Name> all;
        std::uint32_t at = 0;
        const auto find_until = [&](std::uint32_t end) {
            for (; at < end; ++at)
                if (is_name(at)) all.push_back({kind, at, at + 1});
        };
        for (const Name& name : names_) {
            find_until(name.first);
            all.push_back(name);
            at = name.last;
        }
        find_until(std::uint32_t(size()));
        names_ = std::move(all);
    }

    bool stands_alone(std::size_t at) const {
        const auto is_capital = [&](std::size_t other) {
            return other < size() && word(other).capital;
        };
        return word(at).capital && !token(at).starts && !is_capital(at + 1) &&
               (at == 0 || !is_capital(at - 1) || word(at - 1).has(trait::courtesy | trait::rank));
    }

    // "They liked Day": the surname of a person of the article, though it is a common word too.
    bool is_lone_surname(std::size_t at) const {
        constexpr Traits something_else =
            trait::demonym | trait::strong_place | trait::organisation | trait::title;
        return stands_alone(at) && surnames_.contains(word(at).folded) &&
               !word(at).has(something_else);
    }

    bool is_lone_institution(std::size_t at) const {
        constexpr Traits doubtful = trait::weak_place | trait::weak_organisation | trait::demonym |
                                    trait::never | trait::given_name | trait::family_name;
        return stands_alone(at) && word(at).has(trait::institution) && !word(at).has(doubtful);
    }

    // A single people, day or month, unless somebody of the article is called so.
    bool is_no_name(const Name& name) const {
        const Traits traits = known(name);
        constexpr Traits otherwise = trait::strong_place | trait::organisation;
        if (!(traits & (trait::demonym | trait::never)) || (traits & otherwise)) return false;
        return name.kind != Kind::person || !surnames_.contains(word(name.last - 1).folded);
    }

    Traits known(const Name& name) const {
        const Token& first = token(name.first);
        if (name.last - name.first == 1) return first.word->traits;
        const bool whole = first.phrase_part == 1 && token(name.last - 1).phrase_part == 3;
        return whole ? first.phrase : 0;
    }

    // The U.N. and the White House are no places, whatever stands around them.
    void set_organisation(Name& name) const {
        constexpr Traits certain = trait::institution | trait::body | trait::movement;
        constexpr Traits otherwise =
            trait::strong_place | trait::weak_organisation | trait::given_name | trait::family_name;
        const Traits traits = known(name);
        if ((traits & trait::institution) || ((traits & certain) && !(traits & otherwise)))
            name.kind = Kind::organisation;
    }

    void take_particles(Name& name, std::uint32_t from) const {
        if (!word(name.first).capital) return;
        while (name.first > from && is_particle(name.first - 1)) --name.first;
    }

    bool is_particle(std::size_t at) const {
        const std::uint64_t lower = word(at).lower;
        if (word(at).capital) return false;
        if (lower == la_word) return at > 0 && word(at - 1).lower == de_word;
        return std::ranges::find(particles, lower) != particles.end();
    }

    // "ROME (Reuters) -", "Reporting by ...; Editing by ...": who wrote it, not whom it is about.
    bool is_credit(const Name& name) const {
        if (name.kind != Kind::organisation || !(known(name) & trait::media)) return false;
        return is_dateline(name) || in_credit_line(name);
    }

    bool is_dateline(const Name& name) const {
        if (name.first == 0 || name.last + 1 >= size()) return false;
        const std::string_view dash = surface(name.last + 1);
        return surface(name.first - 1) == "(" && surface(name.last) == ")" &&
               (dash == "-" || dash == "--" || dash == "–" || dash == "—");
    }

    bool in_credit_line(const Name& name) const {
        const auto sentence = std::ranges::upper_bound(
            document_.sentences, name.first, {}, [](const Sentence& part) { return part.last; });
        if (sentence == document_.sentences.end()) return false;
        const std::size_t end = std::min(sentence->first + 4, sentence->last);
        for (std::size_t at = sentence->first; at + 1 < end; ++at) {
            const std::uint64_t lower = word(at).lower;
            if ((lower == reporting_word || lower == editing_word || lower == writing_word) &&
                word(at + 1).lower == by_word)
                return true;
        }
        return false;
    }

    const Document& document_;
    std::vector<Name>& names_;
    std::unordered_set<std::uint64_t> surnames_;
};

}  // namespace

std::vector<Name> names_of(std::span<const Label> found) {
    std::vector<Name> names;
    for (std::uint32_t at = 0; at < found.size(); ++at) {
        if (found[at] == outside) continue;
        const Part part = part_of(found[at]);
        if (part == Part::begin || part == Part::only)
            names.push_back({kind_of(found[at]), at, at + 1});
        else
            names.back().last = at + 1;
    }
    return names;
}

void repair(const Document& document, std::vector<Name>& names) {
    Repairer(document, names).run();
}

}  // namespace morgue::entities

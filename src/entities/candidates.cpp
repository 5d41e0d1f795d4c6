#include "entities/candidates.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace morgue::entities {

namespace {

// No name is longer, in tokens; this also keeps the search linear.
constexpr std::size_t longest_name = 12;

const std::uint64_t the_word = word_hash("the"), of_word = word_hash("of"),
                    for_word = word_hash("for"), and_word = word_hash("and"),
                    al_word = word_hash("al"), el_word = word_hash("el");
const std::array leading_words{word_hash("de"),  word_hash("del"), word_hash("van"),
                               word_hash("von"), word_hash("di"),  word_hash("bin"),
                               word_hash("ibn"), word_hash("dos")};

class Scanner {
public:
    Scanner(const std::vector<Token>& tokens, const Lexicon& lexicon)
        : tokens_(tokens), lexicon_(lexicon) {}

    std::vector<Candidate> run() {
        for (std::size_t at = 0; at < tokens_.size();)
            at = tokens_[at].shouted ? at + 1 : std::max(step(at), at + 1);
        return std::move(found_);
    }

private:
    // Behind the last token, a mark that ends everything.
    const Token& token(std::size_t at) const { return at < tokens_.size() ? tokens_[at] : end_; }

    // Whether the name that holds the token before may go on with this one.
    bool goes_on(std::size_t at) const {
        const Token& next = token(at);
        return next.is_capitalised() && !next.starts && !next.shouted;
    }
    bool joined(std::size_t at) const { return token(at).mark == '-' && goes_on(at + 1); }

    Lexicon::Phrase phrase(std::size_t at) const {
        const std::size_t most = std::min(longest_name + 4, tokens_.size() - at);
        return lexicon_.longest_phrase(std::span(tokens_).subspan(at, most));
    }

    // Looks for a name that begins here; returns where to go on.
    std::size_t step(std::size_t at) {
        const Token& here = tokens_[at];
        if (!here.is_capitalised()) return leading_particles(at) ? person(at) : at + 1;
        const Lexicon::Phrase known = phrase(at);
        if (known.traits & trait::title) return title(at + known.length);
        const std::size_t organisation = organisation_end(at);
        if (organisation > at + std::max<std::size_t>(known.length, 1))
            return add(at, organisation, Candidate::Pattern::organisation);
        if (known.traits & trait::known) return gazetteer(at, at + known.length, known.traits);
        if (known.length > 0) return at + known.length;
        return single(at);
    }

    // Of "al-Assad" and "van der Bellen", the tokens before the capital; 0 if there are none.
    std::size_t leading_particles(std::size_t at) const {
        const Token& here = token(at);
        if (!here.has(trait::particle)) return 0;
        if (here.hash == al_word || here.hash == el_word) return joined(at + 1) ? 2 : 0;
        if (std::ranges::find(leading_words, here.hash) == std::end(leading_words)) return 0;
        const std::size_t next = at + (token(at + 1).has(trait::particle) ? 2 : 1);
        return goes_on(next) ? next - at : 0;
    }

    std::size_t single(std::size_t at) {
        const Token& here = tokens_[at];
        if (here.hash == the_word) return at + 1;
        if (here.starts && here.has(trait::common) &&
            !(here.has(trait::given_name) && goes_on(at + 1)))
            return at + 1;
        if (here.has(trait::title) && !here.has(trait::known)) {
            if (goes_on(at + 1)) return title(at + 1);
            if (here.starts || !here.has(trait::family_name)) return at + 1;
        }
        const bool named = here.has(trait::given_name) && surname_follows(at + 1);
        if (here.has(trait::demonym) && !named) return at + 1;
        if (here.has(trait::never) && !named) return at + 1;
        if (here.has(trait::known) && (!here.has(trait::weak) || !goes_on(at + 1)) &&
            !begins_person(at))
            return gazetteer(at, at + 1, here.traits);
        return person(at);
    }

    bool surname_follows(std::size_t at) const {
        constexpr Traits no_name = trait::known | trait::never | trait::demonym | trait::title |
                                   trait::common | trait::organisation_head | trait::place_end;
        const Token& next = token(at);
        if (next.has(trait::family_name) || leading_particles(at)) return true;
        return goes_on(at) && !next.has(no_name) && next.shape != Token::Shape::caps;
    }

    // "Paris Hilton", "Chelsea Clinton": a given name that is a place, too.
    bool begins_person(std::size_t at) const {
        const Token& next = token(at + 1);
        if (!tokens_[at].has(trait::given_name) || !goes_on(at + 1)) return false;
        return !next.has(trait::known | trait::title | trait::never | trait::demonym |
                         trait::place_end) ||
               next.has(trait::family_name);
    }

    std::size_t title(std::size_t end) {
        titled_ = end;
        return end;
    }

    std::size_t gazetteer(std::size_t at, std::size_t end, Traits traits) {
        if ((traits & trait::organisation) && tokens_[at].hash == the_word) ++at;
        if (traits & trait::organisation)
            while (goes_on(end) && token(end).has(trait::organisation_end)) ++end;
        if ((traits & trait::place) && goes_on(end) && token(end).has(trait::place_end))
            return add(at, end + 1, Candidate::Pattern::place);
        return add(at, end, Candidate::Pattern::gazetteer, traits);
    }

    // The end of an organisation that begins here: the last word that closes one, and what
    // follows its "of"; `at` when there is none.
    std::size_t organisation_end(std::size_t at) const {
        const Token& here = tokens_[at];
        if (here.hash == the_word || here.has(trait::title) || here.has(trait::never)) return at;
        if (here.starts && here.has(trait::common)) return at;
        std::size_t end = here.has(trait::of_head) ? of_end(at + 1) : at;
        if (end == at + 1) end = at;
        for (std::size_t next = at + 1; next < at + longest_name; ++next) {
            const Token& word = token(next);
            if (word.mark == '&' || word.mark == '-') {
                if (!goes_on(next + 1)) break;
                continue;
            }
            if (!goes_on(next) || word.has(trait::title) || word.hash == the_word) break;
            if (word.has(trait::organisation_end) && end <= next) end = next + 1;
            if (word.has(trait::organisation_head) && end <= next)
                end = word.has(trait::of_head) ? of_end(next + 1) : next + 1;
        }
        return end;
    }

    // "... of Health and Human Services", "... for the Study of War": where it ends.
    std::size_t of_end(std::size_t at) const {
        const Token& link = token(at);
        if (link.hash != of_word && link.hash != for_word) return at;
        std::size_t next = at + 1;
        if (token(next).hash == the_word) ++next;
        if (!goes_on(next) || token(next).has(trait::never)) return at;
        const Lexicon::Phrase known = phrase(next);
        if (known.traits & trait::place) return next + known.length;
        const std::size_t most = at + longest_name;
        std::size_t end = next;
        while (end < most && goes_on(end) && !token(end).has(trait::title | trait::never)) {
            ++end;
            if (token(end).mark == '-' && goes_on(end + 1)) ++end;
            if (token(end).hash == and_word && goes_on(end + 1) &&
                !token(end - 1).has(trait::place))
                ++end;
        }
        return end;
    }

    // A person, or anything else of which nothing is known but its capitals.
    std::size_t person(std::size_t at) {
        std::size_t end = at + 1;
        if (!tokens_[at].is_capitalised()) end += leading_particles(at);
        while (end < at + longest_name) {
            const std::size_t next = longer(at, end);
            if (next == end) break;
            end = next;
        }
        const Token& last = tokens_[end - 1];
        const bool several = end > at + 1;
        if (!several && last.shape == Token::Shape::initial) return end;
        const bool place =
            several && ((last.has(trait::place_end) && !last.has(trait::family_name)) ||
                        tokens_[at].has(trait::place_front));
        if (!several && (tokens_[at].has(trait::known)))
            return add(at, end, Candidate::Pattern::gazetteer, tokens_[at].traits);
        return add(at, end, place ? Candidate::Pattern::place : Candidate::Pattern::plain);
    }

    // Where the name [at, end) goes on to; `end` if it does not.
    std::size_t longer(std::size_t at, std::size_t end) const {
        if (joined(end) && !splits_at_hyphen(at, end)) return end + 2;
        if (const std::size_t behind = behind_nickname(end)) return behind;
        if (const std::size_t behind = behind_particles(end)) return behind;
        const Token& next = token(end);
        if (!goes_on(end) || next.hash == the_word) return end;
        if (next.has(trait::name_suffix)) return end + 1;
        const bool after_given = tokens_[at].has(trait::given_name);
        const bool closes = !goes_on(end + 1);
        if (next.has(trait::title))
            return closes && after_given && next.has(trait::family_name) ? end + 1 : end;
        if (next.has(trait::never | trait::demonym))
            return closes && after_given && next.has(trait::family_name) ? end + 1 : end;
        if (phrase(end).traits & (trait::known | trait::never | trait::title)) return end;
        const bool strong = next.has(trait::known) && !next.has(trait::weak);
        return strong && !after_given && !next.has(trait::family_name) ? end : end + 1;
    }

    // "Iran-Iraq", "Sino-Soviet", "Moscow-Berlin".
    bool splits_at_hyphen(std::size_t at, std::size_t end) const {
        constexpr Traits apart = trait::place | trait::demonym;
        return end == at + 1 && tokens_[at].has(apart) && token(end + 1).has(apart);
    }

    // Héctor “Niño” Guerrero.
    std::size_t behind_nickname(std::size_t end) const {
        if (token(end).mark != '"') return 0;
        std::size_t next = end + 1;
        while (next < end + 4 && token(next).is_word() && !token(next).starts) ++next;
        if (next == end + 1 || token(next).mark != '"') return 0;
        return goes_on(end + 1) && goes_on(next + 1) ? next + 2 : 0;
    }

    std::size_t behind_particles(std::size_t end) const {
        std::size_t next = end;
        while (next < end + 3 && token(next).has(trait::particle) && !token(next).is_capitalised())
            ++next;
        if (next == end) return 0;
        if (token(next).mark == '-') ++next;
        return goes_on(next) ? next + 1 : 0;
    }

    std::size_t add(std::size_t at, std::size_t end, Candidate::Pattern pattern,
                    Traits traits = 0) {
        Candidate found;
        found.first = std::uint32_t(at);
        found.last = std::uint32_t(end);
        found.pattern = pattern;
        found.traits = traits;
        found.titled = titled_ == at && at > 0;
        measure(tokens_, found);
        found_.push_back(found);
        return end;
    }

    const std::vector<Token>& tokens_;
    const Lexicon& lexicon_;
    std::vector<Candidate> found_;
    std::size_t titled_ = 0;  // where the last title ended
    const Token end_;
};

}  // namespace

void measure(const std::vector<Token>& tokens, Candidate& candidate) {
    candidate.words = 0;
    candidate.form = 0;
    for (std::size_t at = candidate.first; at < candidate.last; ++at) {
        if (!tokens[at].is_word()) continue;
        candidate.form = extend_hash(candidate.form, tokens[at].hash);
        ++candidate.words;
    }
}

std::vector<Candidate> find_candidates(const std::vector<Token>& tokens, const Lexicon& lexicon) {
    return Scanner(tokens, lexicon).run();
}

}  // namespace morgue::entities

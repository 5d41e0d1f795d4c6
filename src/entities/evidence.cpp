#include "entities/evidence.hpp"

namespace morgue::entities {

namespace {

using Pattern = Candidate::Pattern;

const std::uint64_t the_word = word_hash("the"), of_word = word_hash("of"), a_word = word_hash("a"),
                    an_word = word_hash("an"), who_word = word_hash("who"),
                    whose_word = word_hash("whose"), based_word = word_hash("based"),
                    born_word = word_hash("born"), and_word = word_hash("and");

Scores gazetteer_evidence(const Candidate& candidate) {
    Scores scores;
    const int points = candidate.traits & trait::weak ? 15 : 60;
    if (candidate.traits & trait::place) scores.place() += points;
    if (candidate.traits & trait::organisation) scores.organisation() += points;
    return scores;
}

// Names of several words that no list knows.
void several_words(const std::vector<Token>& tokens, const Candidate& candidate, Scores& scores) {
    const Token& first = tokens[candidate.first];
    const Token& last = tokens[candidate.last - 1];
    if (first.has(trait::given_name)) scores.person() += 40;
    if (last.has(trait::family_name)) scores.person() += 20;
    bool strange = false;
    for (std::size_t at = candidate.first; at < candidate.last; ++at) {
        const Token& word = tokens[at];
        if (word.shape == Token::Shape::initial) scores.person() += at > candidate.first ? 30 : 15;
        if (word.has(trait::name_suffix) || word.mark == '"') scores.person() += 30;
        if (!word.is_capitalised() && word.has(trait::particle)) scores.person() += 20;
        if (word.has(trait::common | trait::organisation_front) &&
            !word.has(trait::given_name | trait::family_name | trait::particle))
            strange = true;
        if (word.shape == Token::Shape::number || word.shape == Token::Shape::caps) strange = true;
    }
    if (strange) scores.person() -= 25;
    if (candidate.words <= 3) scores.person() += 12;
    scores.organisation() += 8;
    if (first.has(trait::compass)) scores.place() += 15;
}

void one_word(const Token& word, Scores& scores) {
    using Shape = Token::Shape;
    if (word.has(trait::given_name)) scores.person() += 10;
    if (word.has(trait::family_name)) scores.person() += 15;
    if (word.shape == Shape::caps && word.end - word.begin <= 8 && !word.has_digit)
        scores.organisation() += 15;
    if (word.shape == Shape::camel) scores.organisation() += 6;
    if (word.shape == Shape::initial) scores = {{-60, -60, -60}};
    if (word.has(trait::common | trait::role | trait::organisation_head | trait::of_head |
                 trait::organisation_end | trait::place_end | trait::organisation_front)) {
        scores.person() -= 15;
        scores.organisation() -= 15;
        scores.place() -= 15;
    }
    // "MP This article": a new sentence after a missing stop.
    if (word.has(trait::common) && !word.has(trait::given_name | trait::family_name | trait::known))
        scores = {{-60, -60, -60}};
    scores.person() += 4;
    scores.organisation() += 3;
    scores.place() += 2;
}

class Context {
public:
    Context(const std::vector<Token>& tokens, const Candidate& candidate)
        : tokens_(tokens), candidate_(candidate) {}

    Scores read() {
        before();
        after();
        return scores_;
    }

private:
    // Relative to the name: -1 is the token before it, 1 the one behind it.
    const Token& near(int offset) const {
        const std::ptrdiff_t at = offset < 0 ? std::ptrdiff_t(candidate_.first) + offset
                                             : std::ptrdiff_t(candidate_.last) + offset - 1;
        if (at < 0 || at >= std::ptrdiff_t(tokens_.size())) return none_;
        return tokens_[std::size_t(at)];
    }

    void before() {
        const Token& previous = near(-1);
        if (candidate_.titled) scores_.person() += 50;
        if (tokens_[candidate_.first].starts) return;
        if (previous.has(trait::role) && !previous.is_capitalised()) scores_.person() += 30;
        if (previous.hash == the_word) {
            scores_.organisation() += 10;
            scores_.person() -= 25;
        }
        if (previous.has(trait::locative)) {
            scores_.place() += 25;
            scores_.person() -= 10;
        }
        if (previous.has(trait::direction_word)) scores_.place() += 6;
        if (previous.has(trait::compass)) scores_.place() += 20;
        if (previous.hash == of_word && near(-2).has(trait::place_noun)) scores_.place() += 40;
        if (previous.has(trait::speech)) scores_.person() += 10;
    }

    void after() {
        const Token& next = near(1);
        if (next.is_word() && next.starts) return;
        if (next.has(trait::speech) && !next.is_capitalised()) {
            scores_.person() += 20;
            scores_.organisation() += 6;
        }
        if (next.mark == ':' && tokens_[candidate_.first].starts) speaker_label();
        if (next.hash == who_word) scores_.person() += 30;
        if (next.has(trait::place_noun)) scores_.place() += 20;
        if (next.has(trait::organisation_noun)) scores_.organisation() += 15;
        if (next.mark == '-' && (near(2).hash == based_word || near(2).hash == born_word))
            scores_.place() += 30;
        if (next.mark == ',') after_comma();
    }

    // "Q: ...", "NG: ..." in an interview.
    void speaker_label() {
        if (tokens_[candidate_.first].shape == Token::Shape::caps) scores_.organisation() -= 40;
    }

    void after_comma() {
        const Token& word = near(2);
        if (word.shape == Token::Shape::number && near(3).mark == ',' && word.end - word.begin <= 3)
            scores_.person() += 30;
        if (word.hash == who_word || word.hash == whose_word) scores_.person() += 20;
        if (word.hash == a_word || word.hash == an_word || word.hash == the_word)
            scores_.person() += 4;
        if (word.is_capitalised() && word.has(trait::place) && !word.has(trait::weak) &&
            near(-1).hash != and_word)
            scores_.place() += 15;
    }

    const std::vector<Token>& tokens_;
    const Candidate& candidate_;
    Scores scores_;
    const Token none_;
};

}  // namespace

Scores name_evidence(const std::vector<Token>& tokens, const Candidate& candidate) {
    Scores scores = gazetteer_evidence(candidate);
    if (candidate.pattern == Pattern::organisation) scores.organisation() += 60;
    if (candidate.pattern == Pattern::place) scores.place() += 40;
    if (candidate.words == 1)
        one_word(tokens[candidate.first], scores);
    else if (candidate.pattern == Pattern::plain)
        several_words(tokens, candidate, scores);
    return scores;
}

Scores context_evidence(const std::vector<Token>& tokens, const Candidate& candidate) {
    return Context(tokens, candidate).read();
}

}  // namespace morgue::entities

#include "entities/tagger.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "entities/names.hpp"
#include "entities/tokenise.hpp"

namespace {

using namespace morgue::entities;

// Every allowed sequence, to compare with.
std::int32_t best_score(const std::vector<std::array<std::int32_t, labels>>& scores,
                        const Transitions<std::int32_t>& transitions, std::size_t at = 0,
                        Label before = outside, std::int32_t sum = 0) {
    if (at == scores.size()) return may_end(before) ? sum : INT32_MIN;
    std::int32_t best = INT32_MIN;
    for (Label label = 0; label < labels; ++label) {
        if (at == 0 ? !may_start(label) : !may_follow(before, label)) continue;
        const std::int32_t step = scores[at][label] + (at ? transitions[before][label] : 0);
        best = std::max(best, best_score(scores, transitions, at + 1, label, sum + step));
    }
    return best;
}

}  // namespace

TEST_CASE("vector instructions add the same weights as the portable way", "[entities]") {
    const Weights& weights = built_in_model().weights;
    std::mt19937_64 random(1);
    const std::string_view text = "President Hanna Vesterlund met the board of Norvik in Rome.";
    WordCache words(built_in_model().lexicon);
    Document document;
    Forms forms;
    tokenise(text, 0, text.size(), words, document);
    read_context(document, built_in_model().lexicon, forms);
    std::size_t hits = 0;
    for (std::size_t at = 0; at < document.tokens.size(); ++at) {
        std::vector<std::uint64_t> features;
        static_features(document.tokens, Casing::normal, at,
                        [&](std::uint64_t feature) { features.push_back(feature); });
        for (int n = 0; n < 200; ++n) features.push_back(random());
        Scores fast{}, portable{};
        weights.add(features, fast);
        weights.add_portably(features, portable);
        for (std::size_t label = 0; label < labels; ++label) {
            CHECK(fast[label] == portable[label]);
            hits += fast[label] != 0;
        }
    }
    CHECK(hits > document.tokens.size());
}

TEST_CASE("the best sequence of labels is found among the allowed ones", "[entities]") {
    std::mt19937 random(1);
    Viterbi<std::int32_t> viterbi;
    for (int round = 0; round < 20; ++round) {
        const auto number = [&] { return std::int32_t(random() % 200) - 100; };
        Transitions<std::int32_t> transitions;
        for (auto& row : transitions)
            for (auto& value : row) value = number();
        std::vector<std::array<std::int32_t, labels>> scores(1 + random() % 5);
        for (auto& token : scores)
            for (auto& value : token) value = number();
        std::vector<Label> found(scores.size());
        viterbi.decode(
            scores.size(), [&](std::size_t at, Label label) { return scores[at][label]; },
            transitions, found);
        std::int32_t sum = 0;
        for (std::size_t at = 0; at < found.size(); ++at) {
            CHECK((at ? may_follow(found[at - 1], found[at]) : may_start(found[at])));
            sum += scores[at][found[at]] + (at ? transitions[found[at - 1]][found[at]] : 0);
        }
        CHECK(may_end(found.back()));
        CHECK(sum == best_score(scores, transitions));
    }
}

TEST_CASE("only capitalised words and their neighbours are labelled", "[entities]") {
    const std::string_view text = "so we and they met Hanna Vesterlund there and then went";
    WordCache words(built_in_model().lexicon);
    Document document;
    tokenise(text, 0, text.size(), words, document);
    std::string out;
    for_each_segment(document.tokens, [&](std::size_t first, std::size_t last) {
        out += text.substr(document.tokens[first].begin,
                           document.tokens[last - 1].end - document.tokens[first].begin);
        out += ';';
    });
    CHECK(out == "met Hanna Vesterlund there;");
}

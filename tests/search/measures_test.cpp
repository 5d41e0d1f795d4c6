#include <catch2/catch.hpp>
#include <morgue/error.hpp>
#include <morgue/evaluation.hpp>
#include <sstream>

using namespace morgue;

namespace {

Judgements judgements(const std::string& text) {
    std::istringstream in(text);
    return read_judgements(in, "qrels");
}

TrecRun run(const std::string& text) {
    std::istringstream in(text);
    return read_trec_run(in, "run");
}

double value(const std::string& measure, const TrecRun& ranking, const Judgements& judged) {
    const auto measures = measures_at({2, 5});
    const auto scores = evaluate(ranking, judged, measures);
    for (std::size_t m = 0; m < measures.size(); ++m)
        if (measures[m].name() == measure) return mean(scores, m);
    return -1;
}

// Topics 1..n, each with one relevant document; the run finds it at the rank given.
TrecRun found_at(const std::vector<int>& ranks) {
    TrecRun out;
    for (std::size_t t = 0; t < ranks.size(); ++t) {
        auto& documents = out["t" + std::to_string(t)];
        for (int i = 1; i < ranks[t]; ++i) documents.push_back("x" + std::to_string(i));
        documents.push_back("good");
    }
    return out;
}

double significance_of(const std::vector<int>& one, const std::vector<int>& other) {
    Judgements judged;
    for (std::size_t t = 0; t < one.size(); ++t) judged["t" + std::to_string(t)] = {{"good", 1}};
    const auto measures = measures_at({10});
    return significance(evaluate(found_at(one), judged, measures),
                        evaluate(found_at(other), judged, measures), 0);
}

}  // namespace

TEST_CASE("the measures are those of trec_eval", "[eval]") {
    const Judgements judged = judgements("1 0 a 1\n1 0 b 0\n1 0 c 2\n1 0 d 1\n");
    const TrecRun ranking = run("1 Q0 b 1 9 t\n1 Q0 a 2 8 t\n1 Q0 x 3 7 t\n1 Q0 c 4 6 t\n");
    CHECK(value("map", ranking, judged) == Approx((1 / 2. + 2 / 4.) / 3));
    CHECK(value("mrr", ranking, judged) == Approx(0.5));
    CHECK(value("p@2", ranking, judged) == Approx(0.5));
    CHECK(value("p@5", ranking, judged) == Approx(0.4));
    CHECK(value("recall@2", ranking, judged) == Approx(1 / 3.));
    // gains 1 at rank 2; ideal 2 at rank 1, 1 at rank 2
    CHECK(value("ndcg@2", ranking, judged) == Approx(0.63093 / 2.63093).epsilon(1e-4));
}

TEST_CASE("a run is read by its scores, equals by falling name, whatever its ranks say", "[eval]") {
    const TrecRun ranking = run("1 Q0 a 1 2.5 t\n1 Q0 b 2 3 t\n1 Q0 c 3 2.5 t\n");
    CHECK(ranking.at("1") == std::vector<std::string>{"b", "c", "a"});
}

TEST_CASE("a topic that the run lacks counts as 0, one without relevant documents not", "[eval]") {
    const Judgements judged = judgements("1 0 a 1\n2 0 a 1\n3 0 a 0\n");
    CHECK(value("map", run("1 Q0 a 1 1 t\n3 Q0 a 1 1 t\n"), judged) == Approx(0.5));
}

TEST_CASE("what is no judgement or run is refused with its line", "[eval]") {
    CHECK_THROWS_WITH(judgements("1 0 a 1\n1 0 a\n"), "qrels: line 2 is no judgement");
    CHECK_THROWS_WITH(judgements("1 0 a good\n"), "qrels: line 1 is no judgement");
    CHECK_THROWS_WITH(run("1 Q0 a 1 nan t\n"), "run: line 1 is no line of a run");
}

TEST_CASE("significance is exact for few topics and steady for many", "[eval]") {
    CHECK(significance_of({1, 1, 1}, {1, 1, 1}) == 1);
    CHECK(significance_of({1, 1, 1, 1}, {2, 2, 2, 2}) == Approx(2 / 16.));
    CHECK(significance_of(std::vector<int>(10, 1), std::vector<int>(10, 2)) == Approx(2 / 1024.));
    const double many = significance_of(std::vector<int>(80, 1), std::vector<int>(80, 2));
    CHECK(many < 0.001);
    CHECK(many == significance_of(std::vector<int>(80, 1), std::vector<int>(80, 2)));
}

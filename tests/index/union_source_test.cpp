// Words counted as one, beside Xapian's own OP_SYNONYM.
#include "index/union_source.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "index/ranking.hpp"

using morgue::index::UnionSource;
using Xapian::Query;
namespace ranking = morgue::index::ranking;

namespace {

std::string word(std::size_t i) {
    return "word" + std::to_string(i);
}

// Documents first..last with some of 60 words, the low ones often.
Xapian::WritableDatabase segment(Xapian::docid first, Xapian::docid last, std::mt19937& dice) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (Xapian::docid seq = first; seq <= last; ++seq) {
        Xapian::Document document;
        document.add_boolean_term("I" + std::to_string(seq));
        for (std::size_t i = 0; i < 60; ++i)
            if (dice() % (2 + i) == 0)
                document.add_term(word(i), Xapian::termcount(1 + dice() % 5));
        database.replace_document(seq, document);
    }
    return database;
}

Query of_source(UnionSource* source) {
    return Query(source->release());
}

struct Answer {
    std::vector<Xapian::docid> found;  // by number
    std::map<Xapian::docid, double> weights;
};

Answer answer(const Xapian::Database& database, const Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BM25Weight(ranking::k1, 0, ranking::k3, ranking::b, 0));
    enquire.set_query(query);
    const Xapian::MSet set = enquire.get_mset(0, database.get_doccount());
    Answer out;
    for (auto hit = set.begin(); hit != set.end(); ++hit) {
        out.found.push_back(*hit);
        out.weights[*hit] = hit.get_weight();
    }
    std::sort(out.found.begin(), out.found.end());
    return out;
}

}  // namespace

TEST_CASE("a union finds and weighs as OP_SYNONYM does, in every segment", "[index]") {
    std::mt19937 dice(7);
    Xapian::Database whole;
    whole.add_database(segment(1, 90, dice));
    whole.add_database(Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY));
    whole.add_database(segment(91, 250, dice));
    for (const std::size_t words : {1u, 2u, 20u, 59u}) {
        INFO(words << " words");
        std::vector<std::string> terms;
        for (std::size_t i = 60 - words; i < 60; ++i) terms.push_back(word(i));
        terms.push_back("nowhere");
        const Query synonym(Query::OP_SYNONYM, terms.begin(), terms.end());
        const Query others[] = {Query::MatchAll, Query(word(0)), Query("I17"), Query("nothing")};
        for (const Query& other : others)
            for (const auto op : {Query::OP_AND, Query::OP_OR, Query::OP_AND_NOT}) {
                const Answer ours =
                    answer(whole, Query(op, other, of_source(new UnionSource(whole, terms))));
                const Answer theirs = answer(whole, Query(op, other, synonym));
                REQUIRE(ours.found == theirs.found);
                // Xapian reckons how many have one of the words with other rounding.
                for (const auto& [document, weight] : theirs.weights)
                    REQUIRE(ours.weights.at(document) == Approx(weight).epsilon(0.05));
            }
    }
}

TEST_CASE("a word without frequencies counts as there", "[index]") {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::Document document;
    document.add_boolean_term("tag");
    database.add_document(document);
    CHECK(answer(database, of_source(new UnionSource(database, {"tag"}))).found.size() == 1);
    CHECK(answer(database, of_source(new UnionSource(database, {}))).found.empty());
}

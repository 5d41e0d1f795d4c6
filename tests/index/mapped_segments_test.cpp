// Postings, terms and words read from the mapped tables, beside Xapian's own reading of them.
#include "index/mapped_segments.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <morgue/error.hpp>
#include <random>

#include "index/any_source.hpp"
#include "index/glass/posting_cursor.hpp"
#include "index/ranking.hpp"
#include "index/term_walk.hpp"
#include "index/union_source.hpp"
#include "index/word_source.hpp"
#include "support/temp_archive.hpp"

using namespace morgue;
using namespace morgue::index;
using Xapian::Query;

namespace {

std::string word(std::size_t i) {
    return "word" + std::to_string(i);
}

constexpr std::size_t words = 40;

// Some of the words, the low ones often; of every second thousand of documents none is there.
void write_segment(const std::filesystem::path& folder, Xapian::docid first, Xapian::docid last,
                   std::mt19937& dice) {
    Xapian::WritableDatabase database(folder.string(),
                                      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (Xapian::docid seq = first; seq <= last; ++seq) {
        if (seq / 1000 % 2 == 1 && seq != last) continue;
        Xapian::Document document;
        document.add_boolean_term("I" + std::to_string(seq));
        document.add_boolean_term(std::string("nul\0within", 10));
        for (std::size_t i = 0; i < words; ++i)
            if (dice() % (1 + i * i / 4) == 0)
                document.add_term(word(i), Xapian::termcount(dice() % 90 == 0 ? 300 : dice() % 5));
        database.replace_document(seq, document);
    }
    database.commit();
}

// Three segments, one of them empty.
struct Segments {
    TempArchive temp;
    std::vector<std::filesystem::path> folders;
    Xapian::Database database;
    MappedSegments mapped;

    Segments() {
        std::mt19937 dice(7);
        add(1, 8000, dice);
        add(1, 0, dice);
        add(8001, 9500, dice);
    }
    void add(Xapian::docid first, Xapian::docid last, std::mt19937& dice) {
        folders.push_back(temp.file("segment" + std::to_string(folders.size())));
        write_segment(folders.back(), first, last, dice);
        const Xapian::Database segment(folders.back().string());
        database.add_database(segment);
        mapped.add(segment.get_uuid(), folders.back());
    }
    Query word_source(std::vector<std::string> terms, double scale = 1) const {
        return Query((new WordSource(database, std::move(terms), mapped, scale))->release());
    }
    Query union_source(std::vector<std::string> terms) const {
        return Query((new UnionSource(database, std::move(terms), &mapped))->release());
    }
};

Segments& segments() {
    static Segments made;
    return made;
}

// What a posting list holds from `at` on.
template <class F>
std::string postings_from(const glass::MappedTable& table, const std::string& term, F&& leap) {
    std::ostringstream out;
    glass::PostingCursor list(table, term);
    for (leap(list); !list.done(); list.next(), leap(list))
        out << list.docid() << ':' << list.wdf() << ' ';
    return out.str();
}

std::string postings_by_xapian(const Xapian::Database& segment, const std::string& term,
                               Xapian::docid step) {
    std::ostringstream out;
    Xapian::docid from = step;
    auto at = segment.postlist_begin(term);
    for (at.skip_to(from); at != segment.postlist_end(term); at.skip_to(from)) {
        out << *at << ':' << at.get_wdf() << ' ';
        from = *at + std::max<Xapian::docid>(1, step);
    }
    return out.str();
}

std::map<Xapian::docid, double> answer(const Query& query, Xapian::doccount most) {
    Xapian::Enquire enquire(segments().database);
    enquire.set_weighting_scheme(Xapian::BM25Weight(ranking::k1, 0, ranking::k3, ranking::b, 0));
    enquire.set_query(query);
    std::map<Xapian::docid, double> out;
    const Xapian::MSet found = enquire.get_mset(0, most);
    for (auto hit = found.begin(); hit != found.end(); ++hit) out[*hit] = hit.get_weight();
    return out;
}

// The weights of the best hits: which of equal hits are among them is left open.
std::vector<double> weights(const Query& query, Xapian::doccount most) {
    std::vector<double> out;
    for (const auto& [document, weight] : answer(query, most)) out.push_back(weight);
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("posting lists read directly hold what Xapian reads", "[index]") {
    const Segments& all = segments();
    for (std::size_t n = 0; n < all.folders.size(); ++n) {
        const Xapian::Database segment(all.folders[n].string());
        const glass::MappedTable& table = all.mapped.at(n)->postings;
        for (const std::size_t i : {0u, 1u, 2u, 5u, 12u, 30u, 39u, 40u})
            for (const Xapian::docid step : {1u, 2u, 7u, 300u, 1500u, 6000u}) {
                INFO("segment " << n << ", " << word(i) << ", step " << step);
                Xapian::docid from = step;
                const auto leap = [&](glass::PostingCursor& list) {
                    list.skip_to(from);
                    from = list.docid() + step;
                };
                REQUIRE(postings_from(table, word(i), leap) ==
                        postings_by_xapian(segment, word(i), step));
            }
        for (Xapian::docid seq = 1; seq < 10'000; seq += 1 + seq % 11)
            if (const bool there =
                    segment.get_doccount() > 0 && segment.term_exists("I" + std::to_string(seq));
                there)
                REQUIRE(all.mapped.at(n)->lengths.of(seq) == segment.get_doclength(seq));
            else
                REQUIRE(all.mapped.at(n)->lengths.of(seq) == 0);
    }
}

TEST_CASE("the terms of all segments are one list", "[index]") {
    const Segments& all = segments();
    for (const std::string prefix : {"", "I7", "word", "word3", "nul", "x"}) {
        INFO("terms that begin with " << prefix);
        const TermLists direct{all.database, &all.mapped}, by_xapian{all.database, nullptr};
        TermWalk one(direct, prefix), other(by_xapian, prefix);
        for (int i = 0; !other.at_end(); ++i) {
            REQUIRE_FALSE(one.at_end());
            REQUIRE(one.term() == other.term());
            REQUIRE(one.frequency() == other.frequency());
            if (i % 5 == 4) {
                const std::string target = std::string(other.term()) + "5";
                one.skip_to(target);
                other.skip_to(target);
            } else {
                one.next();
                other.next();
            }
        }
        CHECK(one.at_end());
    }
}

TEST_CASE("a word read directly finds and weighs as Xapian's does", "[index]") {
    const Query others[] = {Query::MatchAll, Query(word(0)), Query(word(9)), Query("I17")};
    for (const std::vector<std::string>& terms : {std::vector<std::string>{word(0)},
                                                  {word(3)},
                                                  {word(25)},
                                                  {"nowhere"},
                                                  {word(4), word(6)},
                                                  {word(30), word(1), "nowhere"}}) {
        const Query theirs(Query::OP_SYNONYM, terms.begin(), terms.end());
        const Query ours = segments().word_source(terms);
        for (const Query& other : others)
            for (const auto op : {Query::OP_AND, Query::OP_OR, Query::OP_AND_NOT, Query::OP_FILTER,
                                  Query::OP_AND_MAYBE}) {
                INFO(Query(op, other, theirs).get_description());
                const auto one = answer(Query(op, other, ours), 10'000);
                const auto two = answer(Query(op, other, theirs), 10'000);
                REQUIRE(one.size() == two.size());
                for (const auto& [document, weight] : two)
                    // Xapian takes no weight for a word without a frequency
                    REQUIRE(one.at(document) >= Approx(weight).epsilon(0.02).margin(1e-9));
                for (const Xapian::doccount most : {1u, 10u, 100u}) {
                    const auto best = weights(Query(op, other, ours), most);
                    const auto all = weights(Query(op, other, ours), 10'000);
                    REQUIRE(best.size() == std::min<std::size_t>(most, all.size()));
                    for (std::size_t i = 0; i < best.size(); ++i)
                        REQUIRE(best[i] == Approx(all[all.size() - best.size() + i]));
                }
            }
    }
}

TEST_CASE("weights that are multiplied lose no hit", "[index]") {
    for (const double scale : {0.1, 3.0}) {
        const auto scaled = [&](std::size_t i) {
            return Query(Query::OP_SCALE_WEIGHT,
                         segments().word_source({word(i)}, std::max(1.0, scale)), scale);
        };
        const Query query(Query::OP_OR, scaled(2), segments().word_source({word(5)}));
        const auto best = weights(query, 10), all = weights(query, 10'000);
        for (std::size_t i = 0; i < 10; ++i) CHECK(best[i] == Approx(all[all.size() - 10 + i]));
    }
}

TEST_CASE("alternatives read together find, weigh and rank as each of them alone", "[index]") {
    using Clauses = std::vector<AnySource::Clause>;
    const Query others[] = {Query::MatchAll, Query(word(0)), Query(word(20)), Query("I17")};
    for (const Clauses& clauses :
         {Clauses{{{word(0)}}, {{word(30)}}, {{word(35)}}}, Clauses{{{word(12)}}, {{word(3)}}},
          Clauses{{{word(5), word(6)}, 2.5}, {{word(8)}, .1}, {{"nowhere"}}, {{word(38)}}},
          Clauses{{{"nowhere"}}},
          Clauses{{{word(1)}}, {{word(1)}, .3}, {{word(2)}}, {{word(4)}}}}) {
        const auto& all = segments();
        const Query ours((new AnySource(all.database, clauses, all.mapped))->release());
        std::vector<Query> alone;
        for (const auto& [terms, factor] : clauses)
            alone.emplace_back(Query::OP_SCALE_WEIGHT, all.word_source(terms, 3), factor);
        const Query theirs(Query::OP_OR, alone.begin(), alone.end());
        for (const Query& other : others)
            for (const auto op : {Query::OP_AND, Query::OP_OR, Query::OP_AND_NOT, Query::OP_FILTER,
                                  Query::OP_AND_MAYBE})
                for (const bool first : {true, false}) {
                    const auto joined = [&](const Query& query) {
                        return first ? Query(op, query, other) : Query(op, other, query);
                    };
                    INFO(joined(ours).get_description());
                    for (const Xapian::doccount most : {1u, 10u, 100u, 10'000u}) {
                        const auto one = weights(joined(ours), most);
                        const auto two = weights(joined(theirs), most);
                        REQUIRE(one.size() == two.size());
                        for (std::size_t i = 0; i < one.size(); ++i)
                            REQUIRE(one[i] == Approx(two[i]).margin(1e-9));
                    }
                }
    }
}

TEST_CASE("a word that cannot make a hit alone still adds all of its weight", "[index]") {
    TempArchive temp;
    const auto folder = temp.file("segment");
    {
        Xapian::WritableDatabase database(folder.string(),
                                          Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
        const auto add = [&](const std::string& one, const std::string& other) {
            Xapian::Document document;
            document.add_term(one);
            document.add_term(other);
            database.add_document(document);
        };
        add("strong", "filler");
        add("faint", "filler");
        add("middling", "weak");
        for (int i = 0; i < 50; ++i) add("filler", "more");
    }
    const Xapian::Database database(folder.string());
    MappedSegments mapped;
    mapped.add(database.get_uuid(), folder);
    // Together 1.5 times a word, where the first hit has 1.45. Xapian asks for more than that only
    // once it has seen a second hit.
    const std::vector<AnySource::Clause> clauses{
        {{"strong"}, 1.45}, {{"faint"}, .01}, {{"middling"}}, {{"weak"}, .5}};
    Xapian::Enquire enquire(database);
    enquire.set_query(Query((new AnySource(database, clauses, mapped))->release()));
    CHECK(*enquire.get_mset(0, 1).begin() == 3);
}

TEST_CASE("many words are added up alike, however their lists are read", "[index]") {
    std::vector<std::string> terms;
    for (std::size_t i = 10; i < words; ++i) terms.push_back(word(i));
    const Query by_xapian((new UnionSource(segments().database, terms))->release());
    CHECK(answer(segments().union_source(terms), 10'000) == answer(by_xapian, 10'000));
}

TEST_CASE("a damaged posting table is told, or read as far as it goes", "[index]") {
    const auto whole = segments().folders.front();
    TempArchive temp;
    const auto folder = temp.file("damaged");
    std::filesystem::copy(whole, folder);
    const auto path = folder / "postlist.glass";
    const auto size = std::filesystem::file_size(path);
    std::mt19937 dice(11);
    std::size_t told = 0;
    for (int i = 0; i < 60; ++i) {
        std::filesystem::copy_file(whole / "postlist.glass", path,
                                   std::filesystem::copy_options::overwrite_existing);
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        for (int n = 0; n < 40; ++n) {
            file.seekp(std::streamoff(dice() % size));
            file.put(char(dice()));
        }
        file.close();
        MappedSegments mapped;
        mapped.add("damaged", folder);
        try {
            for (std::size_t n = 0; n < words; ++n)
                for (glass::PostingCursor list(mapped.at(0)->postings, word(n)); !list.done();
                     list.next())
                    mapped.at(0)->lengths.of(list.docid());
            std::size_t terms = 0;
            glass::TermCursor term(mapped.at(0)->postings);
            for (term.seek(""); !term.done() && terms < 100'000; term.next()) ++terms;
        } catch (const Error& error) {
            CHECK(error.kind() == Error::Kind::corrupt);
            ++told;
        }
    }
    CHECK(told > 30);
}

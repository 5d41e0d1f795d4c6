// What counts where copies are one: against going through every article slowly.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <morgue/explore.hpp>
#include <set>

#include "support/temp_archive.hpp"
#include "support/texts.hpp"
#include "text/words.hpp"

using namespace morgue;
using Collapse = SearchRequest::Collapse;
using Count = SearchRequest::Count;

namespace {

constexpr std::size_t all = 1'000'000;

struct Taken {
    std::string guid, source, month, exact, body, name;  // of a person
    std::string story = {};
    std::size_t order = 0;  // in which it was stored last
};

// Wires printed whole, cut and with another end, by several papers in several months, in several
// segments; some of them changed since.
class Copies {
public:
    Copies() {
        Texts texts(4);
        for (int wire = 0; wire < 24; ++wire) wires_.push_back(texts.words(60));
        for (int file = 0; file < 6; ++file) take(file, texts, false);
        for (int file = 0; file < 6; file += 2) take(file, texts, true);
        reader_.emplace(temp_.archive());
        for (auto& [guid, each] : taken_) each.story = guid;  // alone
        reader_->each_story({}, [&](const Story& story) {
            for (const StoryCopy& copy : story.copies)
                taken_.at(copy.guid).story = "story " + std::to_string(story.number);
            return true;
        });
    }

    const ArchiveReader& reader() const { return *reader_; }

    // What a query finds, in the order in which it was stored.
    std::vector<Taken> found(const std::string& query) const {
        std::vector<Taken> out;
        reader_->each_hit({.query = query}, [&](const Article& article) {
            out.push_back(taken_.at(article.guid));
            return true;
        });
        std::sort(out.begin(), out.end(),
                  [](const Taken& a, const Taken& b) { return a.order < b.order; });
        return out;
    }

private:
    void take(int file, Texts& texts, bool again) {
        std::string lines;
        for (int wire = file; wire < 24; wire += 1 + file % 3) {
            const std::string guid = std::to_string(file) + "-" + std::to_string(wire);
            if (again && wire % 4 != 0) {
                lines += records_.at(guid);
                continue;
            }
            Words words = wires_[std::size_t(wire)];
            if (wire % 3 == 0 && file % 2) words.resize(40);
            if (wire % 5 == 1) words = words + texts.words(8);
            if (again) words.push_back("again");
            if (wire % 2) words.insert(words.begin() + 20, file % 3 ? "oil" : "gas");
            lines += records_[guid] = record(guid, words, file, wire);
        }
        temp_.take("f" + std::to_string(file) + ".jsonl", lines);
    }

    std::string record(const std::string& guid, const Words& words, int file, int wire) {
        const std::string name = wire % 2 ? "Ada Finch" : "Odo Marsh", body = ::text(words);
        Taken each{.guid = guid,
                   .source = file % 4 ? "Paper " + std::to_string(file % 4) : "",
                   .month = wire % 7 ? "2025-0" + std::to_string(1 + (wire + file) % 4) : "",
                   .exact = body,
                   .body = body,
                   .name = name};
        each.order = ++order_;
        taken_[guid] = each;
        return "{\"guid\":\"" + guid + "\",\"headline\":\"H " + guid + "\",\"body\":\"" + body +
               "\"" + (each.source.empty() ? "" : ",\"source\":\"" + each.source + "\"") +
               (each.month.empty() ? "" : ",\"published\":\"" + each.month + "-07\"") +
               ",\"language\":\"en\",\"entities\":[{\"type\":\"person\",\"name\":\"" + name +
               "\",\"mentions\":[{\"field\":\"body\",\"start\":0,\"end\":3}]},"
               "{\"type\":\"place\",\"name\":\"Port " +
               std::to_string(file % 2) +
               "\",\"mentions\":[{\"field\":\"body\",\"start\":5,\"end\":9}]}]}\n";
    }

    TempArchive temp_;
    std::vector<Words> wires_;
    std::map<std::string, Taken> taken_;
    std::map<std::string, std::string> records_;
    std::size_t order_ = 0;
    std::optional<ArchiveReader> reader_;
};

const Copies& copies() {
    static const Copies all_of_them;
    return all_of_them;
}

std::string group(const Taken& article, Collapse collapse) {
    return collapse == Collapse::story   ? article.story
           : collapse == Collapse::exact ? article.exact
                                         : article.guid;
}

// Of copies the one that was stored first.
std::vector<Taken> once(const std::vector<Taken>& articles, Collapse collapse) {
    std::vector<Taken> out;
    std::set<std::string> seen;
    for (const Taken& article : articles)
        if (seen.insert(group(article, collapse)).second) out.push_back(article);
    return out;
}

std::uint64_t sum(const std::vector<Taken>& articles, const SearchRequest& how) {
    const Collapse collapse = how.unit == Count::stories ? Collapse::story : how.collapse;
    std::uint64_t out = 0;
    for (const Taken& article : once(articles, collapse))
        out += how.unit == Count::words ? text::words(article.body).size() : 1;
    return out;
}

template <class F>
std::vector<Taken> those(std::vector<Taken> articles, F&& wanted) {
    std::erase_if(articles, [&](const Taken& each) { return !wanted(each); });
    return articles;
}

std::vector<SearchRequest> ways(const std::string& query) {
    std::vector<SearchRequest> out;
    for (const Collapse collapse : {Collapse::none, Collapse::exact, Collapse::story})
        for (const Count unit : {Count::articles, Count::stories, Count::words})
            out.push_back({.query = query, .collapse = collapse, .unit = unit});
    return out;
}

const std::vector<std::string> queries{"", "oil OR gas", "again", "source:\"Paper 1\""};

// The archive as it is seen beside what a query finds: of copies of that, none; of others, one.
std::vector<Taken> rest_of(const std::vector<Taken>& found, Collapse collapse) {
    std::set<std::string> seen;
    for (const Taken& each : found) seen.insert(group(each, collapse));
    return once(those(copies().found(""),
                      [&](const Taken& each) { return !seen.contains(group(each, collapse)); }),
                collapse);
}

struct WordCounts {
    std::map<std::string, std::uint64_t> words, texts;
    std::uint64_t all = 0;
};
WordCounts count_words(const std::vector<Taken>& articles) {
    WordCounts out;
    for (const Taken& article : articles) {
        std::set<std::string> seen;
        for (const std::string& word : text::words(article.body)) {
            ++out.words[word];
            ++out.all;
            if (seen.insert(word).second) ++out.texts[word];
        }
    }
    return out;
}

}  // namespace

TEST_CASE("the archive has stories, whole and cut, and texts that are equal", "[explore][copies]") {
    const std::size_t articles = copies().found("").size();
    CHECK(once(copies().found(""), Collapse::story).size() < articles / 2);
    CHECK(once(copies().found(""), Collapse::exact).size() >
          once(copies().found(""), Collapse::story).size());
    CHECK(once(copies().found(""), Collapse::exact).size() < articles);
}

TEST_CASE("a timeline counts a story once in each period, and once in its sums",
          "[explore][copies]") {
    for (const std::string& query : queries)
        for (const SearchRequest& how : ways(""))
            for (const auto per : {TimelineRequest::Per::articles, TimelineRequest::Per::source}) {
                const Timeline timeline =
                    morgue::timeline(copies().reader(), {.search = how,
                                                         .queries = {query},
                                                         .every = TimelineRequest::Every::month,
                                                         .per = per});
                INFO(query << " " << int(how.collapse) << " " << int(how.unit));
                const auto found = copies().found(query), everything = copies().found("");
                const auto& series = timeline.series.at(0);
                REQUIRE(timeline.periods.size() == 4);
                for (std::size_t i = 0; i < 4; ++i) {
                    const auto in_month = [&](const Taken& each) {
                        return each.month == timeline.periods[i].name;
                    };
                    const auto here = those(found, in_month), there = those(everything, in_month);
                    CHECK(series.cells[i].count == sum(here, how));
                    double rate = double(sum(here, how)) / double(sum(there, how));
                    if (per == TimelineRequest::Per::source) {
                        std::set<std::string> sources;
                        for (const Taken& each : there) sources.insert(each.source);
                        rate = 0;
                        for (const std::string& source : sources) {
                            const auto of = [&](const Taken& each) {
                                return each.source == source;
                            };
                            rate += double(sum(those(here, of), how)) /
                                    double(sum(those(there, of), how)) / double(sources.size());
                        }
                    }
                    CHECK(series.cells[i].rate.value() == Approx(rate));
                }
                const auto dated = [](const Taken& each) { return !each.month.empty(); };
                CHECK(series.total == sum(those(found, dated), how));
                CHECK(series.undated == sum(those(found, std::not_fn(dated)), how));
            }
}

TEST_CASE("a timeline that is split counts a story once in each value", "[explore][copies]") {
    for (const SearchRequest& how : ways("")) {
        const Timeline timeline =
            morgue::timeline(copies().reader(), {.search = how,
                                                 .queries = {"oil OR gas"},
                                                 .every = TimelineRequest::Every::year,
                                                 .split = Field::Id::source,
                                                 .values = 0});
        REQUIRE(timeline.series.size() == 3);
        std::uint64_t before = all;
        for (const auto& series : timeline.series) {
            const auto of = [&](const Taken& each) { return each.source == series.value; };
            CHECK(series.total + series.undated >=
                  sum(those(copies().found("oil OR gas"), of), how));
            CHECK(series.cells.at(0).count ==
                  sum(those(those(copies().found("oil OR gas"), of),
                            [](const Taken& each) { return !each.month.empty(); }),
                      how));
            const std::uint64_t now = sum(those(copies().found("oil OR gas"), of), how);
            CHECK(now <= before);  // by falling frequency
            before = now;
        }
    }
}

TEST_CASE("coverage counts a story once in each source, period and flag", "[explore][copies]") {
    for (const std::string& query : queries)
        for (const SearchRequest& how : ways(query)) {
            const Coverage found = coverage(
                copies().reader(), {.search = how, .every = TimelineRequest::Every::month});
            const auto check = [&](const Coverage::Source& source, const auto& of) {
                const auto here = those(copies().found(query), of);
                INFO(query << " " << source.name << " " << int(how.collapse) << int(how.unit));
                CHECK(source.articles == sum(here, how));
                CHECK(source.with_body == sum(here, how));
                CHECK(source.with_date ==
                      sum(those(here, [](const Taken& each) { return !each.month.empty(); }), how));
                CHECK(source.languages.at(0).count == sum(here, how));
                for (std::size_t i = 0; i < found.periods.size(); ++i)
                    CHECK(source.periods[i] == sum(those(here,
                                                         [&](const Taken& each) {
                                                             return each.month ==
                                                                    found.periods[i].name;
                                                         }),
                                                   how));
            };
            check(found.all, [](const Taken&) { return true; });
            for (const auto& source : found.sources)
                check(source, [&](const Taken& each) { return each.source == source.name; });
        }
}

TEST_CASE("a comparison and facets count a story once in each value", "[explore][copies]") {
    for (const SearchRequest& how : ways("")) {
        const std::array<std::string, 2> both{"oil OR gas", "source:\"Paper 1\" OR again"};
        const Comparison found =
            compare(copies().reader(),
                    {.search = how, .queries = both, .facets = {Field::Id::source}, .limit = all});
        INFO(int(how.collapse) << int(how.unit));
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(found.totals[i] == sum(copies().found(both[i]), how));
            SearchRequest search = how;
            search.query = both[i];
            search.facets = {Field::Id::source};
            const SearchResult result = copies().reader().search(search);
            for (const auto& value : found.facets.at(0).values) {
                const auto of = [&](const Taken& each) { return each.source == value.value; };
                const std::uint64_t slow = sum(those(copies().found(both[i]), of), how);
                CHECK(value.counts[i] == slow);
                for (const auto& bucket : result.facets.at(0).buckets)
                    if (bucket.value == value.value) CHECK(bucket.count == slow);
            }
        }
        CHECK(found.both == sum(copies().found("(oil OR gas) (source:\"Paper 1\" OR again)"), how));
    }
}

TEST_CASE("collocates are those of one copy, in an archive of one copy each", "[explore][copies]") {
    for (const Collapse collapse : {Collapse::none, Collapse::exact, Collapse::story})
        for (const Count count : {Count::words, Count::articles, Count::stories}) {
            const Collapse by = count == Count::stories ? Collapse::story : collapse;
            for (const std::string query : {"oil", "gas OR again"}) {
                const auto found = once(copies().found(query), by);
                auto archive = rest_of(copies().found(query), by);
                archive.insert(archive.end(), found.begin(), found.end());
                const WordCounts total = count_words(archive), here = count_words(found);
                const Collocates fast =
                    collocates(copies().reader(), {.search = {.query = query, .collapse = collapse},
                                                   .left = 1000,
                                                   .right = 1000,
                                                   .min = 1,
                                                   .limit = all,
                                                   .count = count,
                                                   .stop_words = true});
                INFO(query << " " << int(collapse) << int(count));
                CHECK(fast.articles == found.size());
                CHECK(fast.all == (count == Count::words ? total.all : archive.size()));
                CHECK_FALSE(fast.words.empty());
                for (const auto& word : fast.words) {
                    INFO(word.word);
                    CHECK(word.count == here.words.at(word.word));
                    CHECK(word.articles == here.texts.at(word.word));
                    const auto& in_all = count == Count::words ? total.words : total.texts;
                    CHECK(word.total == in_all.at(word.word));
                    const double o = double(count == Count::words ? word.count : word.articles);
                    const double r = double(count == Count::words ? fast.near : fast.articles);
                    CHECK(word.mutual_information ==
                          Approx(std::log2(o * double(fast.all) / (r * double(word.total)))));
                }
            }
        }
}

TEST_CASE("keywords set one copy each apart from one copy of each other story",
          "[explore][copies]") {
    for (const Collapse collapse : {Collapse::none, Collapse::exact, Collapse::story})
        for (const Count count : {Count::words, Count::articles, Count::stories})
            for (const std::size_t length : {1, 2})
                for (const bool rest : {true, false}) {
                    const Collapse by = count == Count::stories ? Collapse::story : collapse;
                    const std::string query = "oil OR again";
                    const auto found = once(copies().found(query), by);
                    const auto others =
                        rest ? rest_of(copies().found(query), by) : once(copies().found("gas"), by);
                    const Keyness fast =
                        keyness(copies().reader(),
                                {.search = {.query = query, .collapse = collapse},
                                 .against = rest ? std::nullopt : std::optional<std::string>("gas"),
                                 .length = length,
                                 .min = 1,
                                 .most_p = 1,
                                 .limit = all,
                                 .count = count,
                                 .stop_words = true});
                    INFO(int(collapse) << int(count) << " " << length << " " << rest);
                    CHECK(fast.articles == found.size());
                    CHECK(fast.other_articles == others.size());
                    CHECK_FALSE(fast.keys.empty());
                    if (length > 1) continue;
                    const WordCounts here = count_words(found), there = count_words(others);
                    for (const auto& key : fast.keys) {
                        const auto& of = count == Count::words ? there.words : there.texts;
                        const auto other = of.find(key.text);
                        INFO(key.text);
                        CHECK(key.count ==
                              (count == Count::words ? here.words : here.texts).at(key.text));
                        CHECK(key.other_count == (other == of.end() ? 0 : other->second));
                    }
                }
}

TEST_CASE("kwic and graph show one copy of each", "[explore][copies]") {
    for (const Collapse collapse : {Collapse::none, Collapse::exact, Collapse::story}) {
        const auto found = once(copies().found("oil"), collapse);
        for (const auto sort : {KwicRequest::Sort::words, KwicRequest::Sort::newest}) {
            const Kwic lines =
                kwic(copies().reader(), {.search = {.query = "oil", .collapse = collapse},
                                         .sort = sort,
                                         .fields = {Field::Id::body},
                                         .limit = all});
            CHECK(lines.lines.size() == found.size());  // it stands in each once
        }
        const Graph network =
            graph(copies().reader(), {.search = {.query = "oil", .collapse = collapse}, .min = 1});
        CHECK(network.articles == found.size());
        std::map<std::string, std::uint64_t> named;
        for (const Taken& each : found) ++named[each.name];
        for (const auto& node : network.nodes)
            if (node.kind == Entity::Kind::person) CHECK(node.articles == named.at(node.name));
    }
}

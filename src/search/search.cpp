#include "search/search.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include "core/article_texts.hpp"
#include "query/own_conditions.hpp"
#include "query/resolve.hpp"
#include "search/annotations.hpp"
#include "search/groups.hpp"
#include "search/highlight.hpp"
#include "search/snippet.hpp"
#include "search/suggest.hpp"
#include "store/stories.hpp"

namespace morgue::search {

namespace {

std::vector<index::Seq> look_up(store::ArticleStore& store, Field::Id field,
                                const std::string& text) {
    std::int64_t id = 0;
    switch (field) {
        case Field::Id::guid:
            return store.by_guid(text);
        case Field::Id::url:
            return store.by_url(text);
        case Field::Id::path:
            return store.by_path(text);
        case Field::Id::id:
            std::from_chars(text.data(), text.data() + text.size(), id);
            return store.by_id(id);
        case Field::Id::label:
            return labelled(store.database(), text);
        case Field::Id::note:
            return noted(store.database(), text);
        default:
            return {};
    }
}

std::chrono::sys_seconds now(const SearchRequest& request) {
    using namespace std::chrono;
    return request.now.value_or(floor<seconds>(system_clock::now()));
}

index::CompileOptions compile_options(const SearchRequest& request,
                                      const std::vector<std::string>& languages,
                                      const index::Snapshot& snapshot, store::ArticleStore& store) {
    index::CompileOptions out{.languages = languages};
    out.question = request.match == SearchRequest::Match::any;
    out.look_up = [&](Field::Id field, const std::string& text) {
        return look_up(store, field, text);
    };
    out.copies = [&](std::uint64_t from, std::uint64_t to) { return with_copies(from, to, store); };
    out.segments = &snapshot.mapped();
    out.corrections = &snapshot.corrections();
    out.columns = snapshot.facet_columns();
    if (request.as_of) out.as_of = {*request.as_of, store.hidden(request.as_of)};
    return out;
}

// The text of a saved search, to be read as the query it is part of is read.
std::optional<std::string> saved_query(store::ArticleStore& store, const std::string& name,
                                       query::Options parsing) {
    const auto found = store.saved_search(name);
    if (!found) return std::nullopt;
    parsing.any = found->match == SearchRequest::Match::any;
    return query::print(query::parse(found->query, parsing).expr);
}

}  // namespace

Understood understand(const SearchRequest& request, const index::Snapshot& snapshot,
                      store::ArticleStore& store) {
    const bool any = request.match == SearchRequest::Match::any;
    const query::Options parsing{any, now(request)};
    Understood out;
    out.parsed = query::parse(request.query, parsing);
    out.parsed.expr = query::resolve(
        std::move(out.parsed.expr),
        [&](const std::string& name) { return saved_query(store, name, parsing); }, parsing,
        out.parsed.problems);
    out.languages = request.languages.empty() ? snapshot.languages() : request.languages;
    out.compiled = index::compile(out.parsed.expr, snapshot.database(),
                                  compile_options(request, out.languages, snapshot, store));
    auto& problems = out.parsed.problems;
    problems.insert(problems.end(), out.compiled.problems.begin(), out.compiled.problems.end());
    if (request.strict && !problems.empty())
        throw Error(Error::Kind::query, problems.front().message, problems.front().hint);
    return out;
}

namespace {

// Whether the query is nothing but words that are alternatives, as a question is.
bool is_question(const query::Expr& expr) {
    const auto is_word = [](const query::Expr& each) {
        return std::holds_alternative<query::Word>(each.node);
    };
    const auto* any = std::get_if<query::Any>(&expr.node);
    return is_word(expr) || (any && std::all_of(any->of.begin(), any->of.end(), is_word));
}

index::FacetUnit facet_unit(const SearchRequest& request, const index::Snapshot& snapshot,
                            store::ArticleStore& store) {
    return {groups(request, snapshot, store), request.unit == SearchRequest::Count::words,
            request.prominent};
}

index::MatchOptions match_options(const SearchRequest& request, const query::Expr& expr,
                                  const index::Snapshot& snapshot, store::ArticleStore& store) {
    const bool any = request.match == SearchRequest::Match::any;
    index::MatchOptions out{.sort = request.sort,
                            .rank = request.rank,
                            .expand = request.expand,
                            .wider = any && is_question(expr),
                            .words = index::words_of(expr, any),
                            .first = request.first,
                            .count = request.count,
                            .after = index::Seq(request.after),
                            .exact_total = request.exact_total,
                            .collapse = groups(request.collapse, snapshot, store),
                            .facets = request.facets,
                            .buckets = request.buckets};
    if (!request.facets.empty()) out.facet_unit = facet_unit(request, snapshot, store);
    return out;
}

index::Matched match(const SearchRequest& request, const Understood& understood,
                     const index::Snapshot& snapshot, store::ArticleStore& store) {
    return index::match(snapshot, understood.compiled,
                        match_options(request, understood.parsed.expr, snapshot, store));
}

// Counts those facets anew on which the query itself has conditions.
void count_without_own_conditions(const SearchRequest& request, const Understood& understood,
                                  const index::Snapshot& snapshot, store::ArticleStore& store,
                                  std::vector<Facet>& facets) {
    const query::Expr& expr = understood.parsed.expr;
    const auto options = compile_options(request, understood.languages, snapshot, store);
    for (Facet& facet : facets) {
        const query::Expr wider = query::without_conditions_on(facet.field, expr);
        if (wider == expr) continue;
        const auto compiled = index::compile(wider, snapshot.database(), options);
        facet = index::match(snapshot, compiled,
                             {.count = 0,
                              .after = index::Seq(request.after),
                              .facets = {&facet.field, 1},
                              .buckets = request.buckets,
                              .facet_unit = facet_unit(request, snapshot, store)})
                    .facets.front();
    }
}

Hit hit_of(const index::Matched::Hit& found, const store::Summary* summary) {
    if (!summary)
        throw Error(Error::Kind::corrupt, "the index names an article that is not stored",
                    "morgue check says more; morgue rebuild makes the index anew");
    const Article* article = &summary->article;
    Hit hit;
    hit.score = found.score;
    hit.copies = summary->copies;
    hit.id = article->id;
    hit.guid = article->guid;
    hit.headline = article->headline;
    hit.byline = article->byline;
    hit.authors = article->authors;
    hit.published = article->published;
    hit.source = article->source;
    hit.url = article->url;
    hit.path = article->path;
    hit.record = article->record;
    return hit;
}

}  // namespace

Hit load(const index::Matched::Hit& found, store::ArticleStore& store,
         std::optional<Highlighter>& highlighter) {
    if (!highlighter) return hit_of(found, store.summary_of(found.seq));
    const auto summary = store.summary_with_body(found.seq);
    Hit hit = hit_of(found, summary ? &*summary : nullptr);
    hit.snippet = snippet(core::running_text(summary->article), *highlighter);
    hit.headline_matches = highlighter->ranges(hit.headline);
    return hit;
}

namespace {

// Says what it can of a query that found nothing.
void explain_nothing(const SearchRequest& request, const Understood& understood,
                     const index::Snapshot& snapshot, store::ArticleStore& store,
                     SearchResult& result) {
    const auto options = compile_options(request, understood.languages, snapshot, store);
    const auto compiled = [&](const query::Expr& expr) {
        return index::compile(expr, snapshot.database(), options);
    };
    const query::Expr& expr = understood.parsed.expr;
    result.parts = parts_of(expr, [&](const query::Expr& part) {
        return index::match(snapshot, compiled(part), {.count = 0}).total;
    });
    SearchRequest other = request;
    other.query = respelt(request.query, expr, snapshot, [&](const query::Expr& part) {
        return index::matches_any(snapshot, compiled(part));
    });
    if (other.query.empty()) return;
    other.strict = false;
    if (index::matches_any(snapshot, understand(other, snapshot, store).compiled))
        result.did_you_mean = std::move(other.query);
}

}  // namespace

SearchResult run(const SearchRequest& request, const index::Snapshot& snapshot,
                 store::ArticleStore& store) {
    Understood understood = understand(request, snapshot, store);
    index::Matched matched = match(request, understood, snapshot, store);
    std::optional<Highlighter> highlighter;
    if (request.snippets)
        highlighter.emplace(understood.parsed.expr, understood.languages,
                            understood.compiled.widenings);
    SearchResult result;
    result.hits.reserve(matched.hits.size());
    for (const auto& found : matched.hits) {
        result.hits.push_back(load(found, store, highlighter));
        if (request.collapse == SearchRequest::Collapse::exact)
            result.hits.back().copies = store::exact_copies(store.database(), found.seq);
    }
    result.total = matched.total;
    result.total_is_exact = matched.total_is_exact;
    result.facets = std::move(matched.facets);
    if (request.multi_select)
        count_without_own_conditions(request, understood, snapshot, store, result.facets);
    if (result.total == 0 && request.suggest)
        explain_nothing(request, understood, snapshot, store, result);
    result.problems = std::move(understood.parsed.problems);
    return result;
}

std::vector<index::Seq> ranked(const SearchRequest& request, const index::Snapshot& snapshot,
                               store::ArticleStore& store) {
    const Understood understood = understand(request, snapshot, store);
    std::vector<index::Seq> out;
    for (const auto& hit : match(request, understood, snapshot, store).hits) out.push_back(hit.seq);
    return out;
}

std::vector<std::uint32_t> stories_found(const SearchRequest& request,
                                         const index::Snapshot& snapshot,
                                         store::ArticleStore& store) {
    const Understood understood = understand(request, snapshot, store);
    return index::groups_of_matches(snapshot, understood.compiled,
                                    *groups(SearchRequest::Collapse::story, snapshot, store));
}

Explanation explain(const SearchRequest& request, const index::Snapshot& snapshot,
                    store::ArticleStore& store) {
    using Clock = std::chrono::steady_clock;
    const auto since = [](Clock::time_point start) {
        return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    };
    Explanation out;
    out.stages.push_back({"typed", request.query, 0});
    auto start = Clock::now();
    const bool any = request.match == SearchRequest::Match::any;
    const query::Parsed parsed = query::parse(request.query, {any, now(request)});
    out.stages.push_back({"tree", query::print(parsed.expr), since(start)});
    start = Clock::now();
    const Understood understood = understand(request, snapshot, store);
    std::string languages;
    for (const std::string& language : understood.languages)
        languages += (languages.empty() ? "" : " ") + language;
    out.stages.push_back({"languages", languages, 0});
    const auto options = match_options(request, understood.parsed.expr, snapshot, store);
    out.stages.push_back({"xapian", index::describe(snapshot, understood.compiled), since(start)});
    start = Clock::now();
    const index::Matched matched = index::match(snapshot, understood.compiled, options);
    out.stages.push_back(
        {"matched",
         std::to_string(matched.total) + (matched.total_is_exact ? "" : " or so") + " of " +
             std::to_string(snapshot.database().get_doccount() - snapshot.hidden()->size()) +
             " articles in " + std::to_string(snapshot.segments()) + " segments",
         since(start)});
    out.problems = understood.parsed.problems;
    return out;
}

}  // namespace morgue::search

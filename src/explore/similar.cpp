#include "explore/similar.hpp"

#include <morgue/error.hpp>

#include "explore/hits.hpp"
#include "index/analyse.hpp"
#include "index/article_values.hpp"
#include "index/telling_terms.hpp"
#include "store/stories.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace morgue::explore {

namespace {

constexpr double copied = 0.8;  // of all words of both: then one is a copy of the other

// What others are to be like.
struct Model {
    index::Seq seq = 0;  // 0: a text
    std::vector<index::ListedTerm> terms;
    std::string language;
    std::optional<std::chrono::sys_seconds> published;  // the earliest moment
};

Model model_of_text(const std::string& text) {
    Article article;
    article.body = text::tidy_paragraphs(text::compose(text::repair_utf8(text)));
    article.language = text::detect_language(article.body);
    const index::Entry entry = index::Analyser().analyse(article);
    Model out{.terms = {}, .language = article.language, .published = {}};
    for (const index::Entry::Term& term : entry.terms)
        out.terms.push_back({std::string(entry.text(term)), term.wdf});
    return out;
}

Model model_of_article(ArticleId id, const Context& context) {
    const index::Seq seq = context.store.current(id);
    if (!seq)
        throw Error(Error::Kind::usage, "there is no article " + std::to_string(id),
                    "morgue search prints the ids of articles");
    Model out{.seq = seq, .terms = index::terms_of(context.snapshot, seq)};
    if (const auto* summary = context.store.summary_of(out.seq))
        out.language = summary->article.language;
    if (const auto span = index::PublishedColumn(context.snapshot).at(out.seq))
        out.published = span->first;
    return out;
}

// What the request narrows the articles to, as a query.
SearchRequest within(const SimilarRequest& request, const Model& model) {
    SearchRequest out = request.search;
    const auto narrow = [&](const std::string& dates) {
        out.query = out.query.empty() ? dates : "(" + out.query + ") AND " + dates;
    };
    if (request.range.from) narrow("date:" + request.range.from->iso() + "..");
    if (request.range.to) narrow("date:.." + request.range.to->iso());
    if (request.background)
        narrow("date:.." + utc_date(*model.published - std::chrono::seconds(1)).iso());
    return out;
}

// Tells copies apart: of the model, and of the articles that were taken before.
class Copies {
public:
    Copies(const Model& model, const Context& context)
        : context_(context), stories_(context.database) {
        if (model.seq)
            take(model.seq);
        else
            words_.emplace_back(model.terms);
    }

    bool is_copy(index::Seq seq) {
        const auto story = stories_.member(seq);
        for (const std::int64_t taken : taken_)
            if (story && story->story == taken) return true;
        const index::WordSet words(index::terms_of(context_.snapshot, seq));
        for (const index::WordSet& taken : words_)
            if (words.overlap(taken) > copied) return true;
        return false;
    }

    void take(index::Seq seq) {
        if (const auto story = stories_.member(seq)) taken_.push_back(story->story);
        words_.emplace_back(index::terms_of(context_.snapshot, seq));
    }

private:
    const Context& context_;
    store::StoryStore stories_;
    std::vector<std::int64_t> taken_;
    std::vector<index::WordSet> words_;
};

// Finds the model's terms in the hits.
search::Highlighter highlighter_of(const std::vector<index::TellingTerm>& terms,
                                   const std::string& language) {
    query::Any any;
    for (const index::TellingTerm& term : terms)
        any.of.push_back(term.field == Field::Id::body
                             ? query::Expr{query::Word{{}, term.text, false}}
                             : query::Expr{query::Value{term.field, term.text}});
    return {{any}, {index::stem_language(language)}};
}

// Goes down the ranking, deeper and deeper, until there are enough that are no copies.
std::vector<index::Matched::Hit> best(const SimilarRequest& request, const Model& model,
                                      const std::vector<index::TellingTerm>& terms,
                                      const index::Compiled* among, const Context& context,
                                      std::size_t& copies_left_out) {
    Copies copies(model, context);
    index::PublishedColumn published(context.snapshot);
    const auto too_late = [&](index::Seq seq) {
        if (!request.background) return false;
        const auto span = published.at(seq);
        return !span || span->last >= *model.published;
    };
    std::vector<index::Matched::Hit> out;
    std::size_t seen = 0;
    const std::size_t wanted =
        std::min<std::size_t>(request.count, context.snapshot.database().get_doccount());
    for (std::size_t depth = wanted + 20; out.size() < wanted; depth *= 4) {
        const auto found = index::match_terms(context.snapshot, terms, among, depth);
        for (; seen < found.size() && out.size() < wanted; ++seen) {
            const index::Seq seq = found[seen].seq;
            if (seq == model.seq || too_late(seq)) continue;
            if (!request.copies && copies.is_copy(seq)) {
                ++copies_left_out;
                continue;
            }
            if (!request.copies) copies.take(seq);
            out.push_back(found[seen]);
        }
        if (found.size() < depth) break;
    }
    return out;
}

}  // namespace

Similar similar(const SimilarRequest& request, const Context& context) {
    const Model model =
        request.id ? model_of_article(request.id, context) : model_of_text(request.text);
    if (request.background && !model.published)
        throw Error(Error::Kind::usage,
                    "background is what was published before an article, and "
                    "this one has no date",
                    "leave --background away, or give --until DATE");
    const auto terms =
        index::telling_terms(context.snapshot, model.terms, model.language, request.terms);
    const auto among = search::understand(within(request, model), context.snapshot, context.store);
    Similar out;
    out.found.problems = among.parsed.problems;
    for (const index::TellingTerm& term : terms)
        out.terms.push_back(
            {term.text, term.field, term.headline, term.count, term.articles, term.weight});
    std::optional<search::Highlighter> highlighter(highlighter_of(terms, model.language));
    const bool all = std::holds_alternative<query::Everything>(among.parsed.expr.node);
    for (const auto& hit :
         best(request, model, terms, all ? nullptr : &among.compiled, context, out.copies))
        out.found.hits.push_back(search::load(hit, context.store, highlighter));
    out.found.total = out.found.hits.size();
    return out;
}

}  // namespace morgue::explore

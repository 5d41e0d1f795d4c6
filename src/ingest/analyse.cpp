#include "ingest/analyse.hpp"

#include "entities/locate.hpp"
#include "extract/extract.hpp"
#include "store/pack.hpp"
#include "text/language.hpp"

namespace morgue::ingest {

namespace {

// urn:, tag:, http: and UUIDs name one thing in the world; "1234" does not.
bool is_global(std::string_view guid) {
    return guid.find(':') != guid.npos || guid.find('/') != guid.npos || guid.size() >= 16;
}

void detect_language(Article& article, bool why) {
    if (!article.language.empty()) return;
    const std::string& text = article.body.empty() ? article.summary : article.body;
    article.language = text::detect_language(text);
    if (why && !article.language.empty())
        article.origins.push_back({"language", {"detected from the text", article.language}, {}});
}

// The rows of tables and data sets are numbered for themselves alone.
bool is_numbered_by_file(const Article& article) {
    return article.format == "csv" || article.format == "json";
}

}  // namespace

Analysed ArticleAnalyser::analyse(core::Draft draft) {
    const bool why = draft.why;
    Analysed out{extract::complete(std::move(draft)), std::nullopt, std::nullopt};
    Article& article = out.article;
    detect_language(article, why);
    if (spans_) spans_->apply(article);
    if (recogniser_ && !article.entities_given) recognise(article);
    entities::locate(article);
    if (!to_index_) return out;
    out.entry = analyser_.analyse(article);
    // The key needs the file's own path, which the consumer knows.
    out.packed = store::pack(article, {}, content_hash(article), out.entry->words);
    return out;
}

void ArticleAnalyser::recognise(Article& article) {
    article.entities = recogniser_->recognise(article);
    if (entities::is_learnt(article.language)) return;
    article.problems.push_back({.code = "entities-limited",
                                .field = "language",
                                .message =
                                    "only known places, and people behind a title, are found "
                                    "in this language"});
}

core::Hash article_key(const Article& article, std::string_view absolute_path) {
    core::Hasher hasher;
    if (!article.guid.empty()) {
        hasher.add("guid").add(article.guid);
        if (is_global(article.guid)) return hasher.finish();
        hasher.add(article.source).add(article.format);
        if (is_numbered_by_file(article))
            hasher.add(article.url.empty() ? absolute_path : article.url);
    } else if (!article.url.empty()) {
        hasher.add("url").add(article.url);
    } else {
        hasher.add("path").add(absolute_path).add(std::to_string(article.record));
    }
    return hasher.finish();
}

namespace {

void add_given(core::Hasher& hasher, const Article& article) {
    for (const std::string* text :
         {&article.guid, &article.url, &article.headline, &article.subheadline, &article.slugline,
          &article.byline, &article.dateline, &article.located, &article.source, &article.copyright,
          &article.section, &article.summary, &article.body})
        hasher.add(*text);
    hasher.add(article.published ? article.published->iso() : "");
    hasher.add(article.updated ? article.updated->iso() : "");
    hasher.add(store::join_lines(article.authors)).add(store::join_lines(article.keywords));
}

}  // namespace

core::Hash content_hash(const Article& article) {
    core::Hasher hasher;
    add_given(hasher, article);
    hasher.add(article.format).add(article.language);
    hasher.add(store::pack_entities(article)).add(store::pack_problems(article.problems));
    return hasher.finish();
}

core::Hash given_hash(const Article& article) {
    core::Hasher hasher;
    add_given(hasher, article);
    return hasher.finish();
}

}  // namespace morgue::ingest

#include "ingest/analyse.hpp"

#include "extract/extract.hpp"
#include "store/pack.hpp"
#include "text/language.hpp"

namespace morgue::ingest {

namespace {

// urn:, tag:, http: and UUIDs name one thing in the world; "1234" does not.
bool is_global(std::string_view guid) {
    return guid.find(':') != guid.npos || guid.find('/') != guid.npos || guid.size() >= 16;
}

}  // namespace

Analysed ArticleAnalyser::analyse(core::Draft draft) {
    Analysed out{extract::complete(std::move(draft)), std::nullopt, std::nullopt};
    Article& article = out.article;
    if (article.language.empty())
        article.language =
            text::detect_language(article.body.empty() ? article.summary : article.body);
    if (recogniser_ && !article.entities_given) recognise(article);
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
                                .message = "only known places, and people behind a title, are found "
                                           "in this language"});
}

core::Hash article_key(const Article& article, std::string_view absolute_path) {
    core::Hasher hasher;
    if (!article.guid.empty()) {
        hasher.add("guid").add(article.guid);
        if (!is_global(article.guid)) hasher.add(article.source).add(article.format);
    } else if (!article.url.empty()) {
        hasher.add("url").add(article.url);
    } else {
        hasher.add("path").add(absolute_path).add(std::to_string(article.record));
    }
    return hasher.finish();
}

core::Hash content_hash(const Article& article) {
    core::Hasher hasher;
    for (const std::string* text :
         {&article.format, &article.guid, &article.url, &article.headline, &article.subheadline,
          &article.slugline, &article.byline, &article.dateline, &article.located, &article.source,
          &article.copyright, &article.section, &article.language, &article.summary, &article.body})
        hasher.add(*text);
    hasher.add(article.published ? article.published->iso() : "");
    hasher.add(article.updated ? article.updated->iso() : "");
    hasher.add(store::join_lines(article.authors)).add(store::join_lines(article.keywords));
    hasher.add(store::pack_entities(article)).add(store::pack_problems(article.problems));
    return hasher.finish();
}

}  // namespace morgue::ingest

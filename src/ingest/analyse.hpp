#pragma once
// What is done to one article on its way in, by any thread: fields, language, entities, terms.
#include <morgue/article.hpp>
#include <optional>

#include "core/draft.hpp"
#include "core/hash.hpp"
#include "entities/recogniser.hpp"
#include "formats/spans_file.hpp"
#include "index/analyse.hpp"
#include "store/recorder.hpp"

namespace morgue::ingest {

struct Analysed {
    Article article;
    std::optional<index::Entry> entry;    // only where the article will be indexed
    std::optional<store::Packed> packed;  // likewise
};

// One a thread.
class ArticleAnalyser {
public:
    // `spans`: where entities come from, instead of the recogniser. `to_index`: make the entry and
    // the packed row too.
    ArticleAnalyser(bool with_entities, const formats::SpansFile* spans, bool to_index)
        : spans_(spans), to_index_(to_index) {
        if (with_entities && spans == nullptr) recogniser_.emplace();
    }

    Analysed analyse(core::Draft draft);

private:
    void recognise(Article& article);

    std::optional<entities::Recogniser> recogniser_;  // none: entities are left alone
    const formats::SpansFile* spans_;
    bool to_index_;
    index::Analyser analyser_;
};

// What makes an article this article and no other: its guid (with its source, unless the guid is
// unique in the world), else its address, else the place it was read from.
core::Hash article_key(const Article& article, std::string_view absolute_path);

// Of everything a reader sees of it, the place it was read from left out.
core::Hash content_hash(const Article& article);

// Of what its publisher gave: without what this program found out about it.
core::Hash given_hash(const Article& article);

}  // namespace morgue::ingest

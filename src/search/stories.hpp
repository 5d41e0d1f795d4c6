#pragma once
// The stories that a query finds, and the copies of an article.
#include <functional>
#include <morgue/search.hpp>
#include <morgue/story.hpp>

#include "index/snapshot.hpp"
#include "store/articles.hpp"
#include "store/stories.hpp"

namespace morgue::search {

// Those of which some copy matches; most copies first, then by number. `visit` returns false to
// stop. Returns how many there are.
std::size_t each_story(const SearchRequest& request, const index::Snapshot& snapshot,
                       store::ArticleStore& articles, store::StoryStore& stories,
                       const std::function<bool(const Story&)>& visit);

// Of an article without copies: itself. Nothing for a version that is not stored.
std::optional<Story> story_of(index::Seq seq, store::ArticleStore& articles,
                              store::StoryStore& stories);

}  // namespace morgue::search

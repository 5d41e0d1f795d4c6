#pragma once
// Questions about the whole of what a query finds, not about its best hits. Each has a request, a
// result and a function over an ArchiveReader; docs/explore.md explains them to users.
//
// Counts are exact unless a result says otherwise. A request's `search` says what is found and how
// the query is read (query, match, languages, now, after, strict); its window, facets and snippets
// mean nothing here. Problems of a query are in the result; errors are those of
// ArchiveReader::search.
#include <morgue/explore/collocates.hpp>
#include <morgue/explore/compare.hpp>
#include <morgue/explore/coverage.hpp>
#include <morgue/explore/graph.hpp>
#include <morgue/explore/keyness.hpp>
#include <morgue/explore/kwic.hpp>
#include <morgue/explore/similar.hpp>
#include <morgue/explore/timeline.hpp>

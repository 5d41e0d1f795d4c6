#pragma once
// What every function of this folder reads: one snapshot of an archive.
#include "index/snapshot.hpp"
#include "store/articles.hpp"

namespace morgue::explore {

struct Context {
    const index::Snapshot& snapshot;
    store::ArticleStore& store;
    store::Database& database;
};

}  // namespace morgue::explore

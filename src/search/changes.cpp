#include "search/changes.hpp"

#include <algorithm>

#include "search/search.hpp"

namespace morgue::search {

namespace {

std::vector<index::Seq> all_found(SearchRequest request, const index::Snapshot& snapshot,
                                  store::ArticleStore& store) {
    request.first = 0;
    request.count = snapshot.database().get_doccount();
    request.sort = SearchRequest::Sort::oldest;
    std::vector<index::Seq> out = ranked(request, snapshot, store);
    std::sort(out.begin(), out.end());
    return out;
}

// How it read at the moment, and how it reads now.
Change change_of(const store::ArticleStore::ChangedRow& row, std::chrono::sys_seconds since,
                 store::ArticleStore& store) {
    std::vector<store::StoredVersion> versions = store.history(row.id);
    const auto before =
        std::find_if(versions.begin(), versions.end(), [&](const store::StoredVersion& version) {
            return version.replaced && *version.replaced >= since;
        });
    return {before->article, versions.back().article, row.when, row.changes};
}

}  // namespace

std::size_t each_change(std::chrono::sys_seconds since, const SearchRequest& request,
                        const index::Snapshot& snapshot, store::ArticleStore& store,
                        const std::function<bool(const Change&)>& visit) {
    const std::vector<index::Seq> found = all_found(request, snapshot, store);
    auto rows = store.changed(since);
    std::erase_if(rows, [&](const auto& row) {
        return !std::binary_search(found.begin(), found.end(), store.current(row.id));
    });
    for (const auto& row : rows)
        if (!visit(change_of(row, since, store))) break;
    return rows.size();
}

}  // namespace morgue::search

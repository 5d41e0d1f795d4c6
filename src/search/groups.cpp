#include "search/groups.hpp"

#include "store/stories.hpp"

namespace morgue::search {

namespace {

index::Groups load(SearchRequest::Collapse collapse, store::ArticleStore& store) {
    index::Groups out;
    store::each_story_member(store.database(), [&](const store::StoryMember& member) {
        out.put(member.seq, collapse == SearchRequest::Collapse::exact
                                ? std::uint32_t(member.exact)
                                : std::uint32_t(member.story));
    });
    if (collapse == SearchRequest::Collapse::story)
        store::each_earlier_member(store.database(), [&](store::Seq seq, std::int64_t story) {
            out.put(seq, std::uint32_t(story));
        });
    return out;
}

}  // namespace

const index::Groups* groups(SearchRequest::Collapse collapse, const index::Snapshot& snapshot,
                            store::ArticleStore& store) {
    if (collapse == SearchRequest::Collapse::none) return nullptr;
    std::optional<index::Groups>& known = snapshot.groups(std::size_t(collapse));
    if (!known) known = load(collapse, store);
    return &*known;
}

const index::Groups* groups(const SearchRequest& request, const index::Snapshot& snapshot,
                            store::ArticleStore& store) {
    const bool stories = request.unit == SearchRequest::Count::stories;
    return groups(stories ? SearchRequest::Collapse::story : request.collapse, snapshot, store);
}

std::vector<index::Seq> with_copies(std::uint64_t from, std::uint64_t to,
                                    store::ArticleStore& store) {
    return store::members_with_copies(store.database(), from, to);
}

}  // namespace morgue::search

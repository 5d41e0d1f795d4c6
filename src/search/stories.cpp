#include "search/stories.hpp"

#include <algorithm>
#include <set>

#include "search/search.hpp"

namespace morgue {

namespace {

std::chrono::sys_seconds latest(const StoryCopy& copy) {
    return copy.published ? copy.published->last() : std::chrono::sys_seconds::max();
}

}  // namespace

bool Story::first_is_certain() const {
    return copies.size() < 2 ||
           (copies[0].published &&
            std::all_of(copies.begin() + 1, copies.end(), [&](const StoryCopy& other) {
                return other.published && copies[0].published->last() < other.published->first();
            }));
}

namespace search {

namespace {

StoryCopy copy_of(const store::Summary& summary) {
    const Article& article = summary.article;
    return {.id = article.id,
            .guid = article.guid,
            .headline = article.headline,
            .byline = article.byline,
            .source = article.source,
            .path = article.path,
            .published = article.published,
            .words = summary.words};
}

Story load(std::int64_t number, const std::vector<store::StoryMember>& members,
           store::ArticleStore& articles) {
    std::vector<std::pair<StoryCopy, store::Seq>> copies;
    for (const store::StoryMember& member : members)
        if (const auto* summary = articles.summary_of(member.seq))
            copies.emplace_back(copy_of(*summary), member.exact);
    std::sort(copies.begin(), copies.end(), [](const auto& a, const auto& b) {
        const auto x = latest(a.first), y = latest(b.first);
        return x != y ? x < y : a.first.id < b.first.id;
    });
    Story out{number, {}};
    for (auto& [copy, exact] : copies) {
        copy.exact = exact == copies.front().second;
        out.copies.push_back(std::move(copy));
    }
    return out;
}

}  // namespace

std::size_t each_story(const SearchRequest& request, const index::Snapshot& snapshot,
                       store::ArticleStore& articles, store::StoryStore& stories,
                       const std::function<bool(const Story&)>& visit) {
    SearchRequest all = request;
    all.first = 0;
    all.count = snapshot.database().get_doccount();
    all.sort = SearchRequest::Sort::oldest;
    std::set<std::pair<std::int64_t, std::int64_t>> found;  // -copies, number
    for (const index::Seq seq : ranked(all, snapshot, articles))
        if (const auto member = stories.member(seq))
            found.emplace(-std::int64_t(stories.story(member->story)->articles), member->story);
    for (const auto& [count, number] : found)
        if (!visit(load(number, stories.members(number), articles))) break;
    return found.size();
}

std::optional<Story> story_of(index::Seq seq, store::ArticleStore& articles,
                              store::StoryStore& stories) {
    if (!articles.summary_of(seq)) return std::nullopt;
    const auto member = stories.member(seq);
    if (!member) return load(0, {{seq, 0, seq}}, articles);
    return load(member->story, stories.members(member->story), articles);
}

}  // namespace search

}  // namespace morgue

#include "archive/story_joiner.hpp"

#include <algorithm>
#include <set>

#include "index/story_text.hpp"

namespace morgue::archive {

using store::Seq;
using store::StoryMember;
using store::StoryRow;

namespace {

constexpr std::size_t slice_articles = 4096;       // joined at a time
constexpr std::size_t most_of_a_key = 8;           // articles that stand for all that have a key
constexpr std::size_t most_compared = 8;           // texts, for one article
constexpr std::size_t most_of_a_story = 2;         // of these
constexpr std::size_t most_checked = 16;           // members of a story that would join another one
constexpr std::size_t most_remembered = 1u << 21;  // shingles, 16 MB

// Sketches err by .15 or so: what they put below this need not be compared.
constexpr double least_estimate = 0.3;
constexpr std::uint32_t least_shared = 2;

std::span<const index::SketchMatch> matches_of(Seq seq,
                                               const std::vector<index::SketchMatch>& all) {
    const auto [from, to] =
        std::equal_range(all.begin(), all.end(), index::SketchMatch{seq, 0, 0},
                         [](const auto& a, const auto& b) { return a.article < b.article; });
    return {from, to};
}

}  // namespace

StoryJoiner::StoryJoiner(const store::Layout& layout, store::Database& database)
    : layout_(layout), articles_(database), stories_(database) {
    for (const Seq seq : articles_.hidden()) gone_.add(seq);
}

void StoryJoiner::add(Seq seq, const story::Sketch& sketch) {
    slice_.add(seq, sketch);
    if (slice_.articles() >= slice_articles) join_slice();
}

void StoryJoiner::leave(Seq seq) {
    gone_.add(seq);
    left_.push_back(seq);
}

void StoryJoiner::finish() {
    join_slice();
    slices_.clear();
}

// ---- candidates

void StoryJoiner::join_slice() {
    if (slice_.articles() == 0 && left_.empty()) return;
    open_segments();
    part_from_the_gone();
    join_expelled();
    join(slice_);
    slices_.push_back(std::move(slice_));
    slice_.clear();
}

void StoryJoiner::open_segments() {
    std::map<std::int64_t, index::SketchTable> now;
    views_.clear();
    for (const store::SegmentRow& row : articles_.segments()) {
        auto known = segments_.extract(row.id);
        const auto at =
            known ? now.insert(std::move(known)).position
                  : now.emplace(row.id, layout_.segment(row.id) / index::sketch_file).first;
        views_.push_back(at->second.view());
    }
    segments_ = std::move(now);
    for (index::SketchRun& slice : slices_) views_.push_back(slice.view());
}

void StoryJoiner::join(index::SketchRun& fresh) {
    const index::SketchView view = fresh.view();
    const auto by_text = index::matches_by_text(view, views_, gone_, most_of_a_key);
    const auto by_keys = index::matches_by_keys(view, views_, gone_, most_of_a_key);
    views_.push_back(view);  // for row_of()
    for (Seq seq = view.first; seq - view.first < view.rows.size(); ++seq)
        if (view.row(seq)->text && !gone_.contains(seq))
            place(seq, matches_of(seq, by_keys), matches_of(seq, by_text));
    views_.pop_back();
}

const index::SketchRow* StoryJoiner::row_of(Seq seq) const {
    for (auto view = views_.rbegin(); view != views_.rend(); ++view)
        if (const index::SketchRow* row = view->row(seq); row && row->text) return row;
    return nullptr;
}

// ---- joining

void StoryJoiner::place(Seq seq, std::span<const index::SketchMatch> by_keys,
                        std::span<const index::SketchMatch> by_text) {
    if (!by_text.empty() && !stories_.member(seq)) return join_equal(seq, by_text.front().other);
    for (const Link& link : links_of(seq, by_keys)) join_like(seq, link);
}

// The copies of an article, the most like it first.
std::vector<StoryJoiner::Link> StoryJoiner::links_of(Seq seq,
                                                     std::span<const index::SketchMatch> matches) {
    std::vector<std::pair<double, Seq>> candidates;
    const index::SketchRow* mine = row_of(seq);
    for (const index::SketchMatch& match : matches) {
        const index::SketchRow* row = row_of(match.other);
        if (!mine || !row || match.shared < least_shared) continue;
        const double estimate = story::estimated_containment(
            match.shared, mine->shingles, mine->reach, row->shingles, row->reach);
        if (estimate >= least_estimate) candidates.emplace_back(-estimate, match.other);
    }
    std::sort(candidates.begin(), candidates.end());
    std::vector<Link> out;
    std::map<std::int64_t, std::size_t> of_story;
    std::size_t compared = 0;
    for (const auto& [estimate, other] : candidates) {
        if (compared == most_compared) break;
        const auto member = stories_.member(other);
        if (member && ++of_story[member->story] > most_of_a_story) continue;
        const story::Overlap found = overlap(seq, other);
        ++compared;
        if (story::is_copy(found)) out.push_back({other, found});
    }
    std::sort(out.begin(), out.end(), [](const Link& a, const Link& b) {
        const double x = a.overlap.resemblance(), y = b.overlap.resemblance();
        return x != y ? x > y : a.other < b.other;
    });
    return out;
}

StoryRow StoryJoiner::story_with(Seq seq) {
    const auto member = stories_.member(seq);
    return member ? *stories_.story(member->story) : stories_.found(seq);
}

void StoryJoiner::join_equal(Seq seq, Seq other) {
    const StoryRow story = story_with(other);
    stories_.join({seq, story.id, stories_.member(other)->exact});
}

void StoryJoiner::join_like(Seq seq, const Link& link) {
    if (const auto member = stories_.member(seq))
        return bring_in(*stories_.story(member->story), link.other);
    const auto there = stories_.member(link.other);
    const Seq leader = there ? stories_.story(there->story)->leader : link.other;
    if (leader != link.other && !story::is_kin(overlap(seq, leader))) return;
    stories_.join({seq, story_with(link.other).id, seq});
}

// What else is like a member of the story joins it, if it is like its leader too: a chain of
// likenesses makes no story.
void StoryJoiner::bring_in(const StoryRow& story, Seq other) {
    const auto member = stories_.member(other);
    if (!member) {
        if (story::is_kin(overlap(story.leader, other))) stories_.join({other, story.id, other});
        return;
    }
    if (member->story == story.id) return;
    StoryRow into = story, from = *stories_.story(member->story);
    if (from.articles > into.articles ||
        (from.articles == into.articles && from.leader < into.leader))
        std::swap(into, from);
    if (fits(into, from.id)) stories_.merge(into, from);
}

bool StoryJoiner::fits(const StoryRow& story, std::int64_t other_story) {
    std::set<Seq> checked;  // texts, not articles
    for (const StoryMember& member : stories_.members(other_story)) {
        if (!checked.insert(member.exact).second) continue;
        if (!story::is_kin(overlap(story.leader, member.seq))) return false;
        if (checked.size() == most_checked) break;
    }
    return true;
}

// ---- leaving

void StoryJoiner::part_from_the_gone() {
    std::vector<std::int64_t> headless;
    for (const Seq seq : left_) {
        shingles_.erase(seq);
        const auto member = stories_.member(seq);
        if (!member) continue;
        const StoryRow story = *stories_.story(member->story);
        stories_.leave(*member);
        if (story.articles <= 2)
            stories_.dissolve(story.id);
        else if (story.leader == seq)
            headless.push_back(story.id);
    }
    left_.clear();
    for (const std::int64_t story : headless)
        if (stories_.story(story)) lead_anew(story);
}

// The oldest member leads; who is not like it must find a story anew.
void StoryJoiner::lead_anew(std::int64_t story) {
    const std::vector<StoryMember> members = stories_.members(story);
    const StoryMember& leader = members.front();
    stories_.lead(story, leader.seq);
    std::size_t left = members.size();
    for (const StoryMember& member : members) {
        if (member.exact == leader.exact || story::is_kin(overlap(leader.seq, member.seq)))
            continue;
        stories_.leave(member);
        expelled_.push_back(member.seq);
        --left;
    }
    if (left < 2) stories_.dissolve(story);
}

void StoryJoiner::join_expelled() {
    if (expelled_.empty()) return;
    std::sort(expelled_.begin(), expelled_.end());
    index::SketchRun again;
    for (const Seq seq : expelled_)
        if (const auto stored = articles_.summary_with_body(seq))
            again.add(seq, index::sketch_of(stored->article));
    expelled_.clear();
    join(again);
}

// ---- texts

story::Overlap StoryJoiner::overlap(Seq a, Seq b) {
    if (remembered_ > most_remembered) {
        shingles_.clear();
        remembered_ = 0;
    }
    const story::ShingleSet& x = shingles(a);
    return story::overlap(x, shingles(b));
}

const story::ShingleSet& StoryJoiner::shingles(Seq seq) {
    const auto [at, made] = shingles_.try_emplace(seq);
    if (made)
        if (const auto stored = articles_.summary_with_body(seq))
            remembered_ += (at->second = index::shingles_of(stored->article)).size();
    return at->second;
}

}  // namespace morgue::archive

#pragma once
// Brings new articles into the stories of which they are copies, by the rules of docs/stories.md.
#include <map>
#include <unordered_map>
#include <vector>

#include "index/sketch_join.hpp"
#include "store/layout.hpp"
#include "store/stories.hpp"
#include "story/overlap.hpp"

namespace morgue::archive {

// Of a writer; works inside the transaction of its batch. What becomes of an article depends on
// what was stored before it, not on threads.
class StoryJoiner {
public:
    StoryJoiner(const store::Layout& layout, store::Database& database);

    // A version that is current now; its row is stored. With ascending seq.
    void add(store::Seq seq, const story::Sketch& sketch);

    // A version that is current no more.
    void leave(store::Seq seq);

    // Before the segment of these articles is published and the transaction commits.
    void finish();

private:
    struct Link {
        store::Seq other = 0;
        story::Overlap overlap;
    };

    void join_slice();
    void join(index::SketchRun& fresh);
    void open_segments();
    const index::SketchRow* row_of(store::Seq seq) const;

    void place(store::Seq seq, std::span<const index::SketchMatch> by_keys,
               std::span<const index::SketchMatch> by_text);
    std::vector<Link> links_of(store::Seq seq, std::span<const index::SketchMatch> matches);
    void join_equal(store::Seq seq, store::Seq other);
    void join_like(store::Seq seq, const Link& link);
    void bring_in(const store::StoryRow& story, store::Seq other);
    bool fits(const store::StoryRow& story, std::int64_t other_story);

    void part_from_the_gone();
    void lead_anew(std::int64_t story);
    void join_expelled();

    store::StoryRow story_with(store::Seq seq);  // founded if there is none
    story::Overlap overlap(store::Seq a, store::Seq b);
    const story::ShingleSet& shingles(store::Seq seq);

    const store::Layout& layout_;
    store::ArticleStore articles_;
    store::StoryStore stories_;
    index::GoneVersions gone_;
    std::vector<store::Seq> left_;      // since the last slice
    std::vector<store::Seq> expelled_;  // whose story has got another leader
    index::SketchRun slice_;
    std::vector<index::SketchRun> slices_;  // of this batch, joined
    std::map<std::int64_t, index::SketchTable> segments_;
    std::vector<index::SketchView> views_;  // that the slice is joined with, by seq
    std::unordered_map<store::Seq, story::ShingleSet> shingles_;
    std::size_t remembered_ = 0;  // shingles in all of them
};

}  // namespace morgue::archive

#include "archive/merger.hpp"
#include "archive/segments.hpp"
#include "archive/story_joiner.hpp"
#include "entities/locate.hpp"
#include "index/analyse.hpp"
#include "index/terms.hpp"

namespace morgue::archive {

void rebuild_segments(const store::Layout& layout, store::Database& database,
                      const index::SegmentWriter& writer,
                      const std::function<void(const IngestProgress&)>& progress,
                      std::stop_token stop) {
    store::ArticleStore store(database);
    store::Recorder recorder(database);
    index::Analyser analyser;
    const std::vector<store::SegmentRow> old = store.segments();
    IngestProgress state;
    state.stage = "writing";

    store::Transaction transaction(database);
    for (const auto& row : old) recorder.remove_segment(row.id);
    store::StoryStore(database).clear();
    StoryJoiner stories(layout, database);
    std::optional<NewSegment> segment;
    const auto publish = [&] {
        stories.finish();
        if (segment) segment->publish(recorder);
        segment.reset();
    };
    store.each_version([&](store::StoredVersion& version) {
        entities::locate(version.article);
        index::Entry entry = analyser.analyse(version.article);
        index::Analyser::finish(entry, version.seq, version.added);
        if (!segment) segment.emplace(layout, writer);
        segment->add(entry);
        stories.add(entry.seq, entry.sketch);
        if (segment->full()) publish();
        ++state.articles;
        if (progress) progress(state);
        return !stop.stop_requested();
    });
    if (stop.stop_requested()) return;  // the transaction rolls back; the next writer sweeps
    publish();
    recorder.forget_dead(store.dead());
    recorder.set_index_schema(index::index_schema);
    recorder.next_revision();
    transaction.commit();
    sweep(layout, database);
    Merger(layout, database, recorder, writer).finish();
}

}  // namespace morgue::archive

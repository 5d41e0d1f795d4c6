#include "archive/segments.hpp"

#include <algorithm>
#include <set>

#include "core/files.hpp"

namespace morgue::archive {

namespace fs = std::filesystem;

NewSegment::NewSegment(const store::Layout& layout, const index::SegmentWriter& writer)
    : layout_(layout), building_(layout.segments() / "building") {
    fs::remove_all(building_);
    builder_ = writer.begin(building_);
}

NewSegment::~NewSegment() {
    builder_.reset();
    std::error_code ignored;
    if (!published_) fs::remove_all(building_, ignored);
}

void NewSegment::add(const index::Entry& entry) {
    if (!first_) first_ = entry.seq;
    last_ = entry.seq;
    ++articles_;
    builder_->add(entry);
}

void NewSegment::publish(store::Recorder& recorder) {
    builder_->finish();
    builder_.reset();
    const std::int64_t id = recorder.add_segment(first_, last_, articles_);
    recorder.set_segment_bytes(id, core::folder_bytes(building_));
    std::error_code ignored;
    fs::remove_all(layout_.segment(id), ignored);  // of a run that ended before its COMMIT
    core::rename_synced(building_, layout_.segment(id));
    published_ = true;
}

void sweep(const store::Layout& layout, store::Database& database) {
    std::set<std::string> known;
    for (const auto& row : store::ArticleStore(database).segments())
        known.insert(std::to_string(row.id));
    for (const auto& entry : fs::directory_iterator(layout.segments()))
        if (!known.contains(entry.path().filename().string())) fs::remove_all(entry.path());
}

namespace {

using Rows = std::vector<store::SegmentRow>;

constexpr std::size_t fan_in = 8;            // segments of a tier before they are merged
constexpr std::uint64_t first_tier = 8'000;  // articles

int tier(std::uint64_t articles) {
    int out = 0;
    for (std::uint64_t limit = first_tier; articles > limit; limit *= fan_in) ++out;
    return out;
}

// The longest run of neighbours up to the lowest tier that is full; empty when none is.
Rows full_tier(const Rows& rows) {
    for (int wanted = 0; wanted < 20; ++wanted) {
        Rows run;
        for (std::size_t i = 0; i <= rows.size(); ++i) {
            if (i < rows.size() && tier(rows[i].articles) <= wanted) {
                run.push_back(rows[i]);
                continue;
            }
            if (run.size() >= fan_in) return run;
            run.clear();
        }
    }
    return {};
}

void merge(const store::Layout& layout, store::Database& database, store::Recorder& recorder,
           const index::SegmentWriter& writer, const Rows& rows) {
    std::vector<index::Seq> dead = store::ArticleStore(database).dead();
    std::erase_if(dead, [&](index::Seq seq) {
        return seq < rows.front().first_seq || seq > rows.back().last_seq;
    });
    std::uint64_t articles = 0;
    std::vector<fs::path> sources;
    for (const auto& row : rows) {
        articles += row.articles;
        sources.push_back(layout.segment(row.id));
    }
    const fs::path building = layout.segments() / "merging";
    fs::remove_all(building);
    writer.merge(sources, dead, building);

    store::Transaction transaction(database);
    const std::int64_t id =
        recorder.add_segment(rows.front().first_seq, rows.back().last_seq, articles - dead.size());
    recorder.set_segment_bytes(id, core::folder_bytes(building));
    std::error_code ignored;
    fs::remove_all(layout.segment(id), ignored);
    core::rename_synced(building, layout.segment(id));
    for (const auto& row : rows) recorder.remove_segment(row.id);
    recorder.forget_dead(rows.front().first_seq, rows.back().last_seq);
    transaction.commit();
    // Snapshots that hold the old files open go on reading them.
    for (const fs::path& source : sources) fs::remove_all(source, ignored);
}

}  // namespace

void merge_tiers(const store::Layout& layout, store::Database& database, store::Recorder& recorder,
                 const index::SegmentWriter& writer, bool all) {
    store::ArticleStore store(database);
    while (true) {
        Rows rows = store.segments();
        const bool worth_it =
            all && (rows.size() > 1 || (rows.size() == 1 && !store.dead().empty()));
        if (!all) rows = full_tier(rows);
        if (all ? !worth_it : rows.empty()) return;
        merge(layout, database, recorder, writer, rows);
        if (all) return;
    }
}

}  // namespace morgue::archive

#include "archive/segments.hpp"

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

}  // namespace morgue::archive

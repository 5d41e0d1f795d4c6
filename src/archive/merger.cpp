#include "archive/merger.hpp"

#include <algorithm>

#include "core/files.hpp"
#include "store/articles.hpp"

namespace morgue::archive {

namespace fs = std::filesystem;

namespace {

using Rows = std::vector<store::SegmentRow>;

constexpr std::size_t fan_in = 8;            // segments of a tier before they are merged
constexpr std::uint64_t first_tier = 4'000;  // articles

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

}  // namespace

Merger::Merger(const store::Layout& layout, store::Database& database, store::Recorder& recorder,
               const index::SegmentWriter& writer)
    : layout_(layout), database_(database), recorder_(recorder), writer_(writer) {}

Merger::~Merger() {
    if (!job_) return;
    job_->work.wait();
    std::error_code ignored;
    fs::remove_all(building(), ignored);
}

fs::path Merger::building() const {
    return layout_.segments() / "merging";
}

void Merger::step() {
    if (job_ && job_->work.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
        publish();
    if (job_) return;
    if (Rows due = full_tier(store::ArticleStore(database_).segments()); !due.empty())
        begin(std::move(due));
}

void Merger::finish() {
    for (step(); job_; step()) publish();
}

void Merger::merge_all() {
    if (job_) publish();
    store::ArticleStore store(database_);
    Rows rows = store.segments();
    if (rows.size() < 2 && (rows.empty() || store.dead().empty())) return;
    begin(std::move(rows));
    publish();
}

void Merger::begin(Rows rows) {
    std::vector<index::Seq> dead = store::ArticleStore(database_).dead();
    std::erase_if(dead, [&](index::Seq seq) {
        return seq < rows.front().first_seq || seq > rows.back().last_seq;
    });
    std::vector<fs::path> sources;
    for (const auto& row : rows) sources.push_back(layout_.segment(row.id));
    fs::remove_all(building());
    job_.emplace(Job{std::move(rows), dead, {}});
    job_->work = std::async(std::launch::async, [&writer = writer_, sources = std::move(sources),
                                                 dead = std::move(dead), folder = building()] {
        writer.merge(sources, dead, folder);
    });
}

void Merger::publish() {
    job_->work.wait();
    Job job = std::move(*job_);
    job_.reset();
    std::error_code ignored;
    try {
        job.work.get();
    } catch (...) {
        fs::remove_all(building(), ignored);
        throw;
    }
    std::uint64_t articles = 0;
    for (const auto& row : job.rows) articles += row.articles;

    store::Transaction transaction(database_);
    const std::int64_t id = recorder_.add_segment(
        job.rows.front().first_seq, job.rows.back().last_seq, articles - job.dead.size());
    recorder_.set_segment_bytes(id, core::folder_bytes(building()));
    fs::remove_all(layout_.segment(id), ignored);
    core::rename_synced(building(), layout_.segment(id));
    for (const auto& row : job.rows) recorder_.remove_segment(row.id);
    recorder_.forget_dead(job.dead);
    transaction.commit();
    // Snapshots that hold the old files open go on reading them.
    for (const auto& row : job.rows) fs::remove_all(layout_.segment(row.id), ignored);
}

}  // namespace morgue::archive

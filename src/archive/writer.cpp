#include <sys/stat.h>

#include <chrono>
#include <morgue/archive.hpp>
#include <set>

#include "archive/lock.hpp"
#include "archive/merger.hpp"
#include "archive/segments.hpp"
#include "archive/story_joiner.hpp"
#include "core/files.hpp"
#include "index/terms.hpp"
#include "ingest/map_file.hpp"
#include "ingest/pipeline.hpp"
#include "ingest/spans.hpp"
#include "ingest/tally.hpp"
#include "store/migrate.hpp"

namespace morgue {

namespace {

namespace fs = std::filesystem;
using Status = RecordOutcome::Status;

std::string in_hex(const core::Hash& hash) {
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const std::uint8_t byte : hash) out += {digits[byte >> 4], digits[byte & 15]};
    return out;
}

// What else decides what is made of a file: where it changes, the file is read again.
std::string how_read(const IngestOptions& options, const std::optional<ingest::MapFile>& map,
                     const formats::SpansFile* spans) {
    std::string how = "1;" + options.format + ";";
    how += spans ? "spans " + in_hex(spans->hash()) : options.entities ? "model" : "none";
    if (options.on_change == OnChange::skip) how += ";skip";  // it holds more than was taken
    return map ? how + ';' + in_hex(map->hash) : how;
}

store::Layout prepare(const fs::path& folder, bool create) {
    store::Layout layout{folder};
    std::error_code error;
    if (!layout.is_archive()) {
        if (!create)
            throw Error(Error::Kind::not_an_archive, folder.string() + " is not an archive",
                        "morgue index -a " + folder.string() + " PATH... makes one");
        if (fs::exists(folder, error) && !fs::is_empty(folder, error) && !fs::exists(layout.lock()))
            throw Error(Error::Kind::not_an_archive,
                        folder.string() + " holds other things and is not an archive",
                        "name a folder that is empty or does not exist yet");
        fs::create_directories(folder, error);
        if (error)
            throw Error(Error::Kind::io, "cannot make " + folder.string() + ": " + error.message());
        ::chmod(folder.c_str(), 0700);
    }
    return layout;
}

}  // namespace

struct ArchiveWriter::Impl {
    store::Layout layout;
    core::FileHandle lock;
    store::Database database;
    std::unique_ptr<index::SegmentWriter> writer = index::best_writer();

    Impl(const fs::path& folder, const WriterOptions& options)
        : layout(prepare(folder, options.create)),
          lock(archive::take_lock(layout, options.wait)),
          database(layout.database(), store::Database::Mode::create) {
        store::check_schema(database, true);
        store::migrate(database, index::index_schema);
        fs::create_directories(layout.segments());
        archive::sweep(layout, database);
    }
};

namespace {

// One batch after another: rows into SQLite, entries into a segment, both published at once.
class Batches {
public:
    Batches(const store::Layout& layout, store::Database& database,
            const index::SegmentWriter& writer)
        : layout_(layout),
          database_(database),
          writer_(writer),
          recorder_(database),
          merger_(layout, database, recorder_, writer),
          stories_(layout, database) {}

    store::Recorder& recorder() { return recorder_; }
    archive::Merger& merger() { return merger_; }
    store::Seq first_of_run() const { return first_of_run_; }

    void begin() {
        if (!transaction_) transaction_.emplace(database_);
    }
    void add(const index::Entry& entry) {
        if (!segment_) segment_.emplace(layout_, writer_);
        if (!first_of_run_) first_of_run_ = entry.seq;
        segment_->add(entry);
        note_left();
        stories_.add(entry.seq, entry.sketch);
    }
    void changed() { changed_ = true; }
    bool full() const { return segment_ && segment_->full(); }
    // Publishes what there is; only now is it acknowledged.
    void commit() {
        if (!transaction_) return;
        note_left();
        stories_.finish();
        if (segment_) segment_->publish(recorder_);
        if (segment_ || changed_) recorder_.next_revision();
        transaction_->commit();
        segment_.reset();
        transaction_.reset();
        changed_ = false;
        merger_.step();
    }

private:
    void note_left() {
        for (const store::Seq seq : recorder_.take_left()) stories_.leave(seq);
    }

    const store::Layout& layout_;
    store::Database& database_;
    const index::SegmentWriter& writer_;
    store::Recorder recorder_;
    archive::Merger merger_;
    archive::StoryJoiner stories_;
    std::optional<store::Transaction> transaction_;
    std::optional<archive::NewSegment> segment_;
    store::Seq first_of_run_ = 0;
    bool changed_ = false;
};

// Decides what becomes of each record of a run, and has it stored.
class Intake {
public:
    Intake(const std::vector<store::FileState>& files, Batches& batches, ingest::Tally& tally,
           store::ArticleStore& stored, const IngestOptions& options)
        : files_(files),
          batches_(batches),
          tally_(tally),
          stored_(stored),
          options_(options),
          dry_run_(options.dry_run) {}

    void take(ingest::Item& item) {
        const store::FileState& file = files_[item.file];
        switch (item.kind) {
            case ingest::Item::Kind::file_begins:
                if (!dry_run_) batches_.begin();
                file_id_ = dry_run_ ? 0 : batches_.recorder().begin_file(file);
                whole_ = true;
                return;
            case ingest::Item::Kind::file_ends:
                if (!dry_run_ && item.code.empty() && whole_)
                    batches_.recorder().finish_file(file_id_);
                break;
            case ingest::Item::Kind::failed:
                whole_ = false;  // a file with a lost record is read again next time
                break;
            case ingest::Item::Kind::article:
                article(file, item);
                return;
            case ingest::Item::Kind::passed_over:
                break;
        }
        tally_.other(file.path, item);
    }

private:
    void article(const store::FileState& file, ingest::Item& item) {
        ingest::Analysed& analysed = item.analysed;
        const Article& found = analysed.article;
        if (found.headline.empty() && found.body.empty() && found.summary.empty())
            return tally_.article(found, Status::skipped, "empty",
                                  "there is neither a headline nor a text");
        analysed.packed->member = item.member;
        analysed.packed->key =
            ingest::article_key(found, ingest::place_of(file.absolute, item.member));
        if (dry_run_) return would_store(analysed);
        const auto known = batches_.recorder().find(analysed.packed->key);
        const Verdict verdict = judge(known, *analysed.packed, found);
        if (verdict.status == Status::stored || verdict.status == Status::updated)
            store(analysed, known);
        else
            batches_.recorder().saw(file_id_, known->id);
        tally_.article(found, verdict.status, verdict.code, verdict.why);
        if (batches_.full()) {
            tally_.stage("writing");
            batches_.commit();
            batches_.begin();
            tally_.stage("reading");
        }
    }

    void would_store(const ingest::Analysed& analysed) {
        const auto known = batches_.recorder().find(analysed.packed->key);
        const Verdict verdict = judge(known, *analysed.packed, analysed.article);
        tally_.article(analysed.article, verdict.status, verdict.code, verdict.why);
    }

    struct Verdict {
        Status status;
        const char *code = "", *why = "";
    };

    Verdict judge(const std::optional<store::Known>& known, const store::Packed& packed,
                  const Article& article) const {
        if (!known || !known->seq) return {Status::stored};
        const bool this_run = batches_.first_of_run() && known->seq >= batches_.first_of_run();
        if (known->hash == packed.hash)
            return {this_run || (file_id_ && known->file_id != file_id_) ? Status::duplicate
                                                                         : Status::unchanged};
        if (is_older(article, *known))
            return {Status::skipped, "older-version", "the archive holds a later version"};
        if (options_.on_change == OnChange::skip)
            return {Status::skipped, "changed", "the archive keeps the text it has"};
        return {Status::updated};
    }

    static bool is_older(const Article& article, const store::Known& known) {
        const auto older = [](const std::optional<Date>& mine, const std::string& theirs) {
            const auto other = parse_iso_date(theirs);
            return mine && other && mine->last() < other->first();
        };
        return article.updated ? older(article.updated, known.updated)
                               : older(article.published, known.published);
    }

    void store(ingest::Analysed& analysed, const std::optional<store::Known>& known) {
        using namespace std::chrono;
        sys_seconds added = options_.now.value_or(floor<seconds>(system_clock::now()));
        const bool ours = known && known->seq && is_same_text(analysed.article, known->seq);
        if (ours) added = known->added;  // nothing was taken in: we only understand it otherwise
        const bool keep = options_.on_change == OnChange::revision && !ours;
        ArticleId id = 0;
        const store::Seq seq =
            batches_.recorder().add(analysed.article, *analysed.packed, known ? &*known : nullptr,
                                    keep, file_id_, added, id);
        batches_.recorder().saw(file_id_, id);
        index::Analyser::finish(*analysed.entry, seq, added);
        batches_.add(*analysed.entry);
    }

    bool is_same_text(const Article& article, store::Seq seq) {
        const auto held = stored_.version(seq);
        return held && ingest::given_hash(held->article) == ingest::given_hash(article);
    }

    const std::vector<store::FileState>& files_;
    Batches& batches_;
    ingest::Tally& tally_;
    store::ArticleStore& stored_;
    const IngestOptions& options_;
    bool dry_run_;
    std::int64_t file_id_ = 0;
    bool whole_ = true;
};

// The files of the archive that are there no more.
std::vector<std::int64_t> gone(store::Recorder& recorder) {
    std::vector<std::int64_t> out;
    for (const auto& [id, absolute] : recorder.files()) {
        std::error_code error;
        if (absolute != "-" && !fs::exists(absolute, error) && !error) out.push_back(id);
    }
    return out;
}

}  // namespace

ArchiveWriter::ArchiveWriter(const fs::path& folder, const WriterOptions& options)
    : impl_(std::make_unique<Impl>(folder, options)) {}
ArchiveWriter::~ArchiveWriter() = default;
ArchiveWriter::ArchiveWriter(ArchiveWriter&&) noexcept = default;
ArchiveWriter& ArchiveWriter::operator=(ArchiveWriter&&) noexcept = default;

IngestReport ArchiveWriter::index(const IngestOptions& options, const IngestObserver& observer,
                                  std::stop_token stop) {
    if (store::ArticleStore(impl_->database).meta().index_schema != index::index_schema)
        throw Error(Error::Kind::corrupt, "the index was made by another version of morgue",
                    "morgue rebuild makes it anew from the articles");
    const auto map = ingest::load_map(options.map);
    const auto spans = ingest::load_spans(options.spans);
    ingest::Walked walked = ingest::walk(options.paths, how_read(options, map, spans.get()));
    Batches batches(impl_->layout, impl_->database, *impl_->writer);
    ingest::Tally tally(walked, observer);
    if (spans) tally.faults(*spans);
    store::ArticleStore stored(impl_->database);
    std::erase_if(walked.files, [&](const store::FileState& file) {
        const auto id = batches.recorder().unchanged_file(file);
        if (id) tally.unchanged_file(file.path, stored.places(*id));
        return id.has_value();
    });

    Intake intake(walked.files, batches, tally, stored, options);
    const ingest::PipelineOptions how{.format = options.format,
                                      .map = map ? &map->rules : nullptr,
                                      .jobs = options.jobs,
                                      .entities = options.entities,
                                      .spans = spans.get(),
                                      .to_index = true};
    const bool finished = ingest::run_pipeline(walked.files, how, tally.bytes_read(), stop,
                                               [&](ingest::Item& item) { intake.take(item); });
    if (options.purge && !options.dry_run && finished) {
        batches.begin();
        const std::uint64_t purged = batches.recorder().purge(gone(batches.recorder()));
        tally.purged(purged);
        if (purged) batches.changed();
    }
    tally.stage("writing");
    batches.commit();
    if (!stop.stop_requested() && !options.dry_run) {
        tally.stage("merging");
        batches.merger().finish();
    }
    return tally.report(!finished, spans.get());
}

void ArchiveWriter::rebuild(const std::function<void(const IngestProgress&)>& progress,
                            std::stop_token stop) {
    archive::rebuild_segments(impl_->layout, impl_->database, *impl_->writer, progress, stop);
}

void ArchiveWriter::compact(const std::function<void(const IngestProgress&)>& progress) {
    store::Recorder recorder(impl_->database);
    IngestProgress state;
    state.stage = "merging";
    if (progress) progress(state);
    archive::Merger(impl_->layout, impl_->database, recorder, *impl_->writer).merge_all();
    state.stage = "writing";
    if (progress) progress(state);
    impl_->database.run("VACUUM");
    impl_->database.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace morgue

// Segments written as the files Xapian reads: entries are inverted in memory, then every table goes
// to disk once, in order. Xapian's own inverter takes many times as long.
#include "core/files.hpp"
#include "index/facet_columns.hpp"
#include "index/glass/inversion.hpp"
#include "index/glass/merge.hpp"
#include "index/glass/postings.hpp"
#include "index/glass/termlist.hpp"
#include "index/glass/values.hpp"
#include "index/glass/version.hpp"
#include "index/segment_writer.hpp"
#include "index/sketch_table.hpp"

namespace morgue::index {

namespace {

constexpr std::size_t most_articles = 32'000;   // of one segment
constexpr std::size_t most_memory = 80u << 20;  // of its inversion

class GlassBuilder : public SegmentBuilder {
public:
    explicit GlassBuilder(const std::filesystem::path& folder)
        : folder_(folder),
          postlist_(folder, glass::TableKind::postlist),
          termlist_(folder, glass::TableKind::termlist),
          position_(folder, glass::TableKind::position) {
        std::filesystem::create_directory(folder);
    }

    void add(const Entry& entry) override {
        const std::uint64_t length = glass::length_of(entry);
        statistics_.add_document(entry.seq, length);
        lengths_.push_back({entry.seq, length});
        for (const Entry::Term& term : entry.terms)
            statistics_.most_wdf = std::max<std::uint64_t>(statistics_.most_wdf, term.wdf);
        add_termlist(entry);
        for (const Entry::Value& value : entry.values)
            values_.add(value.slot, entry.seq, value.bytes);
        inversion_.add(entry);
        facets_.add(entry.seq, entry.facets);
        sketches_.add(entry.seq, entry.sketch);
    }

    bool full() const override {
        return lengths_.size() >= most_articles || inversion_.memory() >= most_memory;
    }

    void finish() override {
        values_.write(postlist_);
        add_lengths();
        inversion_.for_each_term([&](std::string_view term, std::uint64_t term_frequency,
                                     std::uint64_t collection_frequency,
                                     glass::Inversion::Cursor postings) {
            add_term(term, term_frequency, collection_frequency, postings);
        });
        postlist_.create();
        termlist_.create();
        glass::Roots roots;
        roots[std::size_t(glass::TableKind::postlist)] = postlist_.finish();
        roots[std::size_t(glass::TableKind::termlist)] = termlist_.finish();
        roots[std::size_t(glass::TableKind::position)] = position_.finish();
        facets_.write(folder_ / facet_file);
        sketches_.write(folder_ / sketch_file);
        glass::write_version(folder_, roots, statistics_);
        core::sync_names(folder_);
    }

private:
    void add_termlist(const Entry& entry) {
        key_.clear();
        glass::put_sort_uint(key_, entry.seq);
        tag_.clear();
        glass::put_termlist(tag_, entry);
        termlist_.add(key_, tag_);
        if (entry.values.empty()) return;
        key_.push_back('\0');
        tag_.clear();
        glass::put_slots(tag_, entry);
        termlist_.add(key_, tag_);
    }

    void add_lengths() {
        for (const auto& [docid, length] : lengths_) list_.add(docid, length);
        list_.finish(glass::lengths_key, 0, 0);
    }

    void add_term(std::string_view term, std::uint64_t term_frequency,
                  std::uint64_t collection_frequency, glass::Inversion::Cursor& postings) {
        key_.clear();
        glass::put_sort_string(key_, term, false);
        const std::size_t stem = key_.size();
        for (glass::Inversion::Posting posting; postings.next(posting);) {
            list_.add(posting.docid, posting.wdf);
            if (posting.positions.empty()) continue;
            key_.resize(stem);
            glass::put_sort_uint(key_, posting.docid);
            position_.add(key_, posting.positions);
        }
        list_.finish(std::string_view(key_).substr(0, stem - 1), term_frequency,
                     collection_frequency);
    }

    std::filesystem::path folder_;
    glass::TableWriter postlist_, termlist_, position_;
    glass::PostingListWriter list_{postlist_};
    glass::ValueWriter values_;
    glass::Inversion inversion_;
    glass::Statistics statistics_;
    std::vector<std::pair<Seq, std::uint64_t>> lengths_;
    FacetColumnsBuilder facets_;
    SketchRun sketches_;
    std::string key_, tag_;  // kept for their memory
};

class GlassWriter : public SegmentWriter {
public:
    std::string_view name() const override { return "glass"; }
    std::unique_ptr<SegmentBuilder> begin(const std::filesystem::path& folder) const override {
        return std::make_unique<GlassBuilder>(folder);
    }
    void merge(std::span<const std::filesystem::path> sources, std::span<const Seq> dead,
               const std::filesystem::path& folder) const override {
        std::filesystem::create_directory(folder);
        glass::merge_databases(sources, dead, folder);
        merge_facets(sources, dead, folder);
        merge_sketches(sources, dead, folder);
        core::sync_names(folder);
    }
};

}  // namespace

std::unique_ptr<SegmentWriter> glass_writer() {
    return std::make_unique<GlassWriter>();
}

}  // namespace morgue::index

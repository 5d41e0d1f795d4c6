// Segments by Xapian's public interface: right with any Xapian, and slow.
#include <algorithm>

#include "core/files.hpp"
#include "index/facet_columns.hpp"
#include "index/guard.hpp"
#include "index/segment_writer.hpp"
#include "index/sketch_table.hpp"

namespace morgue::index {

namespace {

// Xapian's inverter slows down as it fills; small flushes are twice as fast as its default.
constexpr std::size_t flush_every = 500;  // articles

constexpr std::size_t most_articles = 8'000;     // of one segment
constexpr std::size_t most_memory = 160u << 20;  // of entries, flushed as they come

Xapian::Document document(const Entry& entry) {
    Xapian::Document out;
    for (const Entry::Term& term : entry.terms) {
        const std::string text(entry.text(term));
        const auto* position = entry.positions.data() + term.positions;
        for (std::uint32_t i = 0; i < term.count; ++i) out.add_posting(text, position[i], 0);
        if (term.count == 0 && term.wdf == 0)
            out.add_boolean_term(text);
        else
            out.add_term(text, term.wdf);
    }
    for (const Entry::Value& value : entry.values) out.add_value(value.slot, value.bytes);
    return out;
}

class PortableBuilder : public SegmentBuilder {
public:
    explicit PortableBuilder(const std::filesystem::path& folder)
        : folder_(folder), database_(guard(folder.string(), [&] {
              return Xapian::WritableDatabase(folder.string(),
                                              Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
          })) {
        guard(folder_.string(), [&] { database_.begin_transaction(); });
    }

    void add(const Entry& entry) override {
        guard(folder_.string(), [&] {
            database_.replace_document(entry.seq, document(entry));
            if (++unflushed_ < flush_every) return;
            database_.commit_transaction();
            database_.begin_transaction();
            unflushed_ = 0;
        });
        facets_.add(entry.seq, entry.facets);
        sketches_.add(entry.seq, entry.sketch);
        memory_ += entry.memory();
        ++articles_;
    }

    bool full() const override { return articles_ >= most_articles || memory_ >= most_memory; }

    void finish() override {
        guard(folder_.string(), [&] {
            database_.commit_transaction();
            database_.close();
        });
        facets_.write(folder_ / facet_file);
        sketches_.write(folder_ / sketch_file);
        core::sync_folder(folder_);
    }

private:
    std::filesystem::path folder_;
    Xapian::WritableDatabase database_;
    FacetColumnsBuilder facets_;
    SketchRun sketches_;
    std::size_t unflushed_ = 0, articles_ = 0, memory_ = 0;
};

// Xapian copies posting lists without numbering documents anew; the dead are deleted afterwards,
// before anyone sees the result.
void merge_databases(std::span<const std::filesystem::path> sources, std::span<const Seq> dead,
                     const std::filesystem::path& folder) {
    guard(folder.string(), [&] {
        Xapian::Database all;
        for (const std::filesystem::path& source : sources)
            all.add_database(Xapian::Database(source.string()));
        all.compact(folder.string(), Xapian::DBCOMPACT_NO_RENUMBER);
        if (dead.empty()) return;
        Xapian::WritableDatabase merged(folder.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        merged.begin_transaction();
        for (const Seq seq : dead) {
            try {
                merged.delete_document(seq);
            } catch (const Xapian::DocNotFoundError&) {  // dead, and in another segment
            }
        }
        merged.commit_transaction();
    });
}

class PortableWriter : public SegmentWriter {
public:
    std::string_view name() const override { return "portable"; }
    std::unique_ptr<SegmentBuilder> begin(const std::filesystem::path& folder) const override {
        return std::make_unique<PortableBuilder>(folder);
    }
    void merge(std::span<const std::filesystem::path> sources, std::span<const Seq> dead,
               const std::filesystem::path& folder) const override {
        merge_databases(sources, dead, folder);
        merge_facets(sources, dead, folder);
        merge_sketches(sources, dead, folder);
        core::sync_folder(folder);
    }
};

}  // namespace

std::unique_ptr<SegmentWriter> portable_writer() {
    return std::make_unique<PortableWriter>();
}

}  // namespace morgue::index

#include <algorithm>

#include "core/files.hpp"
#include "index/facet_columns.hpp"
#include "index/guard.hpp"
#include "index/segment_writer.hpp"

namespace morgue::index {

namespace {

namespace fs = std::filesystem;

// Xapian copies posting lists without numbering documents anew; the dead are deleted afterwards,
// before anyone sees the result.
void merge_databases(std::span<const fs::path> sources, std::span<const Seq> dead,
                     const fs::path& folder) {
    guard(folder.string(), [&] {
        Xapian::Database all;
        for (const fs::path& source : sources) all.add_database(Xapian::Database(source.string()));
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

void merge_facets(std::span<const fs::path> sources, std::span<const Seq> dead,
                  const fs::path& folder) {
    std::vector<FacetColumns> columns;
    for (const fs::path& source : sources) columns.emplace_back(source / facet_file);
    std::sort(columns.begin(), columns.end(),
              [](const auto& a, const auto& b) { return a.first() < b.first(); });
    FacetColumnsBuilder merged;
    for (const FacetColumns& part : columns)
        for (Seq seq = part.first(); seq <= part.last(); ++seq)
            if (!std::binary_search(dead.begin(), dead.end(), seq))
                merged.add(seq, part.values_of(seq));
    merged.write(folder / facet_file);
}

}  // namespace

void merge_segments(std::span<const fs::path> sources, std::span<const Seq> dead,
                    const fs::path& folder) {
    merge_databases(sources, dead, folder);
    merge_facets(sources, dead, folder);
    core::sync_folder(folder);
}

}  // namespace morgue::index

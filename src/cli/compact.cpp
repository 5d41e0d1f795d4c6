// morgue compact: one segment, and no space wasted.
#include <morgue/archive.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/progress_line.hpp"
#include "render/tables.hpp"

namespace morgue::cli {

namespace {

constexpr std::string_view text =
    "Merges the parts of the index into one, drops what was replaced or purged, and gives unused\n"
    "space back. It can be broken off at any time: the archive is then as it was.\n";

std::uint64_t size_of(const std::filesystem::path& folder) {
    const ArchiveStats stats = ArchiveReader(folder).stats();
    return stats.database_bytes + stats.index_bytes;
}

}  // namespace

const Manual compact_manual{{}, text};

int compact(const Arguments& arguments, Console& console) {
    const auto folder = archive_folder(arguments);
    const std::uint64_t before = size_of(folder);
    {
        ProgressLine progress(console);
        ArchiveWriter(folder).compact([&](const IngestProgress& now) { progress.update(now); });
    }
    if (!console.quiet())
        console.write("compacted: " + render::bytes_text(before) + " before, " +
                      render::bytes_text(size_of(folder)) + " now\n");
    return done;
}

}  // namespace morgue::cli

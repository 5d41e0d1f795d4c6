// morgue rebuild: the index anew from the articles.
#include <array>
#include <morgue/archive.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/places.hpp"
#include "cli/progress_line.hpp"

namespace morgue::cli {

namespace {

constexpr std::string_view text =
    "The index is taken from the articles stored in the archive, not from the files they came\n"
    "from. Searches go on meanwhile, in the old index until the new one is whole.\n";

}  // namespace

const Manual rebuild_manual{{}, text};

int rebuild(const Arguments& arguments, Console& console) {
    const auto folder = archive_folder(arguments);
    const Interrupt interrupt;
    ProgressLine progress(console);
    ArchiveWriter archive(folder);
    archive.rebuild([&](const IngestProgress& now) { progress.update(now); }, interrupt.token());
    progress.clear();
    if (interrupt.exit_code()) {
        console.complain("stopped", "if it was before the end, the old index is still in use");
        return interrupt.exit_code();
    }
    if (!console.quiet()) console.write("rebuilt\n");
    return done;
}

}  // namespace morgue::cli

// morgue stats: what an archive holds.
#include <array>
#include <morgue/archive.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "render/output.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"format", 0, "text|json", "how the numbers are printed (text)"},
};
// clang-format on

}  // namespace

const Manual stats_manual{options, {}};

int stats(const Arguments& arguments, Console& console) {
    const ArchiveReader archive(archive_folder(arguments));
    std::string out;
    render::find_output_format(arguments.value("format", "text"))
        ->stats(out, archive.stats(), console.style());
    console.write(out);
    return done;
}

}  // namespace morgue::cli

// morgue check: is an archive sound?
#include <array>
#include <morgue/archive.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"deep", 0, "", "analyse every article again and compare it with the index"},
};
// clang-format on

constexpr std::string_view text =
    "Prints what is damaged and what to do about it, or ok. Exits with 1 when something is "
    "damaged.\n";

}  // namespace

const Manual check_manual{options, text};

int check(const Arguments& arguments, Console& console) {
    const auto findings = check_archive(archive_folder(arguments), arguments.has("deep"));
    for (const CheckFinding& finding : findings) {
        console.write(render::visible(finding.where + ": " + finding.what) + '\n');
        if (!finding.hint.empty()) console.write("  hint: " + render::visible(finding.hint) + '\n');
    }
    if (!findings.empty()) return nothing_found;  // as `cmp` and `diff` do
    if (!console.quiet()) console.write("ok\n");
    return done;
}

}  // namespace morgue::cli

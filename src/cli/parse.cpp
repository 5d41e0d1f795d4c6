// morgue parse: article records from files, without an archive.
#include <array>
#include <morgue/ingest.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/ingest_options.hpp"
#include "cli/progress_line.hpp"
#include "render/output.hpp"
#include "render/problem.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    from_option, map_option, jobs_option, entities_option, spans_option,
    Option{"why",    0, "",                      "say where each field comes from, and what else it might have been"},
    Option{"format", 0, "jsonl|json|text|ninjs", "how articles are printed (jsonl)"},
};

constexpr std::string_view text = R"(Paths are files, folders, or - for standard input. What cannot be read is said on standard error.

  morgue parse feed.xml
  curl -s https://example.org/feed | morgue parse - --format text
  morgue parse page.html --why --format text
)";
// clang-format on

}  // namespace

const Manual parse_manual{options, text};

int parse(const Arguments& arguments, Console& console) {
    const auto& format = *render::find_output_format(arguments.value("format", "jsonl"));
    std::size_t printed = 0, failed = 0;
    ProgressLine progress(console);
    const auto print = [&](const Article& article) {
        progress.clear();
        std::string out;
        format.article(out, article, {console.style()}, printed++);
        console.write(out);
    };
    IngestObserver observer;
    observer.record = [&](const RecordOutcome& outcome) {
        if (outcome.status != RecordOutcome::Status::failed) return;
        ++failed;
        progress.clear();
        console.message(render::failure(outcome) + '\n');
    };
    if (!console.style().terminal)
        observer.progress = [&](const IngestProgress& now) { progress.update(now); };
    IngestOptions ingest = ingest_options(arguments);
    ingest.why = arguments.has("why");
    morgue::parse(ingest, print, observer);
    return failed > 0 ? some_failed : done;
}

}  // namespace morgue::cli

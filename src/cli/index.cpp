// morgue index: articles from files into an archive.
#include <array>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>
#include <optional>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/ingest_options.hpp"
#include "cli/interrupt.hpp"
#include "cli/places.hpp"
#include "cli/progress_line.hpp"
#include "cli/report_file.hpp"
#include "cli/wait.hpp"
#include "render/problem.hpp"
#include "render/progress.hpp"

namespace morgue::cli {

namespace {

using Status = RecordOutcome::Status;

// clang-format off
constexpr std::array options{
    from_option, map_option, jobs_option, entities_option, spans_option,
    Option{"on-change", 0, "revision|update|skip", "an article that has changed: keep its earlier text, forget it, or leave what is stored (revision)"},
    Option{"purge",   0, "",        "forget the articles whose files are gone"},
    Option{"dry-run", 0, "",        "say what would happen, write nothing"},
    Option{"report",  0, "FILE",    "write a JSON line for each record that was read"},
    wait_option,
    Option{"watch",   0, "",        "then go on: read what is added or changed, as it comes"},
};

constexpr std::string_view text = R"(Paths are files, folders, or - for standard input; the archive is made if there is none. Files
that have not changed are not read again, and what was interrupted goes on where it was when the
command is given again. An article that has changed is replaced; its earlier texts stay in the archive
(`morgue history`, `morgue diff`, `morgue search --as-of`) unless --on-change says otherwise.

  morgue index news/ feeds/*.xml
  zcat dump.jsonl.gz | morgue index - --from jsonl
  morgue index export.csv --map columns.map
  morgue index news/ --spans names.jsonl
  morgue index --watch --purge news/
)";
// clang-format on

// Without an archive there is nothing to compare with: everything readable would be stored.
IngestReport rehearse(const IngestOptions& wanted, const IngestObserver& observer,
                      std::stop_token stop) {
    std::uint64_t stored = 0;
    const auto count = [&](const Article& article) {
        ++stored;
        observer.record({article.path, article.record, article.guid, Status::stored, "", ""});
    };
    IngestReport report = morgue::parse(wanted, count, observer, std::move(stop));
    report.stored = stored;
    return report;
}

IngestReport ingest(const Arguments& arguments, const IngestOptions& wanted,
                    const IngestObserver& observer, std::stop_token stop) {
    const auto folder = archive_folder(arguments);
    if (wanted.dry_run && !std::filesystem::exists(folder))
        return rehearse(wanted, observer, std::move(stop));
    const std::chrono::seconds patience(arguments.has("watch") ? 60 : 0);
    ArchiveWriter archive(folder, {.create = true, .wait = wait_of(arguments, patience)});
    return archive.index(wanted, observer, std::move(stop));
}

bool did_something(const IngestReport& report) {
    return report.stored + report.updated + report.purged + report.failed > 0;
}

// Before the first run, so that what changes during it is seen.
std::optional<IngestWatch> watch_of(const Arguments& arguments, const IngestOptions& wanted) {
    if (!arguments.has("watch")) return std::nullopt;
    if (wanted.dry_run) throw Error(Error::Kind::usage, "--watch and --dry-run exclude each other");
    return IngestWatch(wanted.paths, archive_folder(arguments));
}

int finish(const IngestReport& report, const Interrupt& interrupt, bool dry_run, Console& console) {
    if (!console.quiet()) console.write(render::summary(report, dry_run) + '\n');
    if (interrupt.exit_code()) {
        console.complain("stopped before the end",
                         "what is counted above is done; the same command again goes on");
        return interrupt.exit_code();
    }
    return report.failed > 0 ? some_failed : done;
}

}  // namespace

const Manual index_manual{options, text};

int index(const Arguments& arguments, Console& console) {
    IngestOptions wanted = ingest_options(arguments);
    const std::string on_change = arguments.value("on-change", "revision");
    if (on_change != "revision")
        wanted.on_change = on_change == "update" ? OnChange::update : OnChange::skip;
    wanted.purge = arguments.has("purge");
    wanted.dry_run = arguments.has("dry-run");

    ReportFile report_file(arguments.value("report"));
    const Interrupt interrupt;
    ProgressLine progress(console);
    IngestObserver observer;
    observer.record = [&](const RecordOutcome& outcome) {
        report_file.add(outcome);
        if (outcome.status != Status::failed) return;
        progress.clear();
        console.message(render::failure(outcome) + '\n');
    };
    observer.progress = [&](const IngestProgress& now) { progress.update(now); };

    std::optional<IngestWatch> watch = watch_of(arguments, wanted);
    const auto run = [&] {
        const IngestReport report = ingest(arguments, wanted, observer, interrupt.token());
        progress.clear();
        return report;
    };
    int code = finish(run(), interrupt, wanted.dry_run, console);
    console.finish();
    while (watch && watch->wait(interrupt.token())) {
        if (const IngestReport report = run(); did_something(report))
            code = finish(report, interrupt, false, console);
        console.finish();
    }
    report_file.finish();
    return code;
}

}  // namespace morgue::cli

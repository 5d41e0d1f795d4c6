#include "ingest/tally.hpp"

namespace morgue::ingest {

Tally::Tally(const Walked& walked, const IngestObserver& observer) : observer_(observer) {
    progress_.total_files = walked.files.size();
    progress_.stage = "reading";
    for (const auto& file : walked.files) progress_.total_bytes += std::uint64_t(file.size);
    for (const auto& [path, reason] : walked.unreadable)
        outcome({path, 0, "", RecordOutcome::Status::failed, "unreadable", reason});
}

void Tally::article(const Article& article, RecordOutcome::Status status, std::string code,
                    std::string message) {
    report_.problems += article.problems.size();
    RecordOutcome made{article.path, article.record,  article.guid,
                       status,       std::move(code), std::move(message)};
    if (observer_.problems && !article.problems.empty()) observer_.problems(made, article.problems);
    outcome(std::move(made));
}

void Tally::other(const std::string& path, const Item& item) {
    if (item.kind == Item::Kind::failed || item.kind == Item::Kind::passed_over) {
        const auto status = item.kind == Item::Kind::failed ? RecordOutcome::Status::failed
                                                            : RecordOutcome::Status::skipped;
        outcome({place_of(path, item.member), item.record, "", status, item.code, item.message});
    } else if (item.kind == Item::Kind::file_ends) {
        ++report_.files;
        if (!item.code.empty())
            outcome(
                {path, item.record, "", RecordOutcome::Status::failed, item.code, item.message});
    }
    progress();
}

void Tally::unchanged_file(const std::string& path, const std::vector<store::Place>& articles) {
    ++report_.files_unchanged;
    for (const auto& [member, record, guid] : articles)
        outcome({place_of(path, member), record, guid, RecordOutcome::Status::unchanged, "", ""});
}

void Tally::faults(const formats::SpansFile& spans) {
    for (const auto& [line, message] : spans.faults())
        outcome({spans.path(), line - 1, "", RecordOutcome::Status::failed, "spans-faulty",
                 "line " + std::to_string(line) + " " + message});
}

void Tally::stage(const char* name) {
    progress_.stage = name;
    progress();
}

void Tally::outcome(RecordOutcome outcome) {
    switch (outcome.status) {
        case RecordOutcome::Status::stored:
            ++report_.stored;
            break;
        case RecordOutcome::Status::unchanged:
            ++report_.unchanged;
            break;
        case RecordOutcome::Status::updated:
            ++report_.updated;
            break;
        case RecordOutcome::Status::duplicate:
            ++report_.duplicate;
            break;
        case RecordOutcome::Status::skipped:
            ++report_.skipped;
            break;
        case RecordOutcome::Status::failed:
            ++report_.failed;
            break;
    }
    if (outcome.status == RecordOutcome::Status::failed)
        ++progress_.failed;
    else
        ++progress_.articles;
    if (observer_.record) observer_.record(outcome);
    progress();
}

void Tally::progress() {
    if (!observer_.progress) return;
    progress_.bytes = bytes_read_;
    progress_.files = report_.files;
    observer_.progress(progress_);
}

IngestReport Tally::report(bool interrupted, const formats::SpansFile* spans) {
    report_.bytes = bytes_read_;
    report_.interrupted = interrupted;
    report_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    if (spans == nullptr) return report_;
    const auto use = spans->use();
    report_.spans_used = use.lines;
    report_.spans_refused = use.refused;
    if (!interrupted && report_.files_unchanged == 0) report_.spans_unmatched = use.unmatched;
    return report_;
}

}  // namespace morgue::ingest

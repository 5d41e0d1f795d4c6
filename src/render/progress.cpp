#include "render/progress.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "render/tables.hpp"

namespace morgue::render {

namespace {

constexpr double soonest = 1;  // seconds: rates and forecasts need some time to mean anything

std::string clock_text(double seconds) {
    const auto whole = static_cast<unsigned long>(std::clamp(seconds, 0.0, 359'999.0));
    char text[48];
    if (whole >= 3600)
        std::snprintf(text, sizeof text, "%lu:%02lu:%02lu", whole / 3600, whole / 60 % 60,
                      whole % 60);
    else
        std::snprintf(text, sizeof text, "%lu:%02lu", whole / 60, whole % 60);
    return text;
}

// 0 where it is not known.
double share_done(const IngestProgress& progress) {
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
        return whole == 0 ? 0.0 : std::min(1.0, double(part) / double(whole));
    };
    if (progress.total_articles > 0) return share(progress.articles, progress.total_articles);
    return share(progress.bytes, progress.total_bytes);
}

std::string rate(std::uint64_t articles, double seconds) {
    return grouped(std::uint64_t(double(articles) / seconds + 0.5)) + "/s";
}

void add_count(std::string& to, std::uint64_t count, std::string_view name) {
    if (count > 0) to.append(to.empty() ? "" : ", ").append(grouped(count) + " ").append(name);
}

std::string files_text(const IngestReport& report) {
    std::string out = grouped(report.files) + (report.files == 1 ? " file" : " files");
    if (report.files_unchanged > 0) out += " (" + grouped(report.files_unchanged) + " unchanged)";
    return out;
}

// What became of the file that says who is named where.
std::string spans_text(const IngestReport& report) {
    const auto lines = [](std::uint64_t count) {
        return grouped(count) + (count == 1 ? " line" : " lines");
    };
    std::string out;
    if (report.spans_used + report.spans_refused + report.spans_unmatched.value_or(0) > 0)
        out += "; entities from " + lines(report.spans_used);
    if (report.spans_unmatched.value_or(0) > 0)
        out += ", " + lines(*report.spans_unmatched) + " matched no article";
    if (report.spans_refused > 0)
        out += ", " + grouped(report.spans_refused) +
               (report.spans_refused == 1 ? " mention refused" : " mentions refused");
    return out;
}

}  // namespace

std::string progress_text(const IngestProgress& progress, double seconds) {
    std::string out = progress.stage + "  " + grouped(progress.articles) + " articles";
    if (seconds >= soonest) {
        out += "  " + rate(progress.articles, seconds);
        if (progress.bytes > 0)
            out += "  " + bytes_text(std::uint64_t(double(progress.bytes) / seconds)) + "/s";
    }
    if (progress.failed > 0) out += "  " + grouped(progress.failed) + " failed";
    const double done = share_done(progress);
    if (done == 0) return out;
    out += "  " + std::to_string(int(done * 100)) + " %";
    if (seconds >= soonest) out += "  " + clock_text(seconds / done - seconds) + " left";
    return out;
}

std::string summary(const IngestReport& report, bool dry_run) {
    std::string out;
    add_count(out, report.stored, "stored");
    add_count(out, report.updated, "updated");
    add_count(out, report.unchanged, "unchanged");
    add_count(out, report.duplicate, report.duplicate == 1 ? "duplicate" : "duplicates");
    add_count(out, report.skipped, "skipped");
    add_count(out, report.failed, "failed");
    add_count(out, report.purged, "purged");
    if (out.empty()) out = "nothing to store";
    out += "; " + files_text(report);
    out += spans_text(report);
    if (report.seconds >= soonest)
        out += "; " + clock_text(report.seconds) + ", " +
               rate(report.stored + report.updated + report.unchanged + report.duplicate,
                    report.seconds);
    if (report.interrupted) out += "; interrupted";
    return dry_run ? "nothing written, this would be: " + out : out;
}

}  // namespace morgue::render

// Problems, progress and summaries as people read them.
#include <catch2/catch.hpp>

#include "render/problem.hpp"
#include "render/progress.hpp"
#include "render/tables.hpp"
#include "render/terminal.hpp"

using namespace morgue;

namespace {

// The line with the mark, and the piece of the line above that it stands under.
std::string marked(const std::string& query, std::size_t begin, std::size_t end) {
    const std::string text = render::query_problem({"c", "", "m", "", begin, end}, query);
    const std::size_t line = text.find('\n') + 1, mark = text.find('\n', line) + 1;
    const std::size_t caret = text.find('^', mark) - mark;
    const std::size_t width = text.find('\n', mark) - mark - caret;
    std::size_t at = line, column = 0;
    while (column < caret) {
        std::size_t next = at + 1;
        while ((static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
        column += render::columns(std::string_view(text).substr(at, next - at));
        at = next;
    }
    std::string_view rest = std::string_view(text).substr(at, mark - 1 - at);
    std::size_t size = 0;
    while (size < rest.size() && render::columns(rest.substr(0, size)) < width) ++size;
    return std::string(rest.substr(0, size));
}

}  // namespace

TEST_CASE("a problem of a query is shown under its place", "[render]") {
    CHECK(
        render::query_problem({"unclosed-quote", "", "the quote is not closed", "close it", 8, 12},
                              "Réu é \"oil") ==
        "column 7: the quote is not closed\n"
        "  Réu é \"oil\n"
        "        ^~~~\n"
        "hint: close it\n");
}

TEST_CASE("the mark stands under what is meant, whatever is before it", "[render]") {
    const std::vector<std::string> before{"", "oil ", "日本 ", "\x1b[2J ", std::string(500, 'x')};
    for (const std::string& lead : before)
        for (const std::string& after : {std::string(), std::string(500, 'y')}) {
            const std::string query = lead + "(gas" + after;
            INFO(query);
            CHECK(marked(query, lead.size(), lead.size() + 4) == "(gas");
        }
}

TEST_CASE("a place beyond the query is its end", "[render]") {
    CHECK(render::query_problem({"c", "", "more was expected", "", 90, 99}, "oil OR") ==
          "column 7: more was expected\n"
          "  oil OR\n"
          "        ^\n");
}

TEST_CASE("a failed record says where and why", "[render]") {
    using Status = RecordOutcome::Status;
    CHECK(render::failure({"a\nb.xml", 3, "", Status::failed, "code", "no\x1b[2J text"}) ==
          "a␊b.xml: record 3: no␛[2J text");
}

TEST_CASE("progress shows rates once they mean something", "[render]") {
    IngestProgress progress;
    progress.stage = "reading", progress.articles = 12'400;
    CHECK(render::progress_text(progress, 0.5) == "reading  12,400 articles");
    progress.bytes = 57'000'000, progress.total_bytes = 95'000'000, progress.failed = 2;
    CHECK(render::progress_text(progress, 4) ==
          "reading  12,400 articles  3,100/s  14.2 MB/s  2 failed  60 %  0:02 left");
    progress.bytes = 95'000'000'000;  // a file grew meanwhile
    CHECK(render::progress_text(progress, 4000) ==
          "reading  12,400 articles  3/s  23.8 MB/s  2 failed  100 %  0:00 left");
}

TEST_CASE("the summary counts only what there was", "[render]") {
    IngestReport report;
    CHECK(render::summary(report, false) == "nothing to store; 0 files");
    report.files = 1, report.stored = 8000, report.duplicate = 1, report.failed = 2;
    CHECK(render::summary(report, false) == "8,000 stored, 1 duplicate, 2 failed; 1 file");
    report.files = 3, report.files_unchanged = 2, report.purged = 1, report.interrupted = true;
    report.duplicate = 0, report.seconds = 4000;
    CHECK(render::summary(report, true) ==
          "nothing written, this would be: 8,000 stored, 2 failed, 1 purged; "
          "3 files (2 unchanged); 1:06:40, 2/s; interrupted");
}

TEST_CASE("bars are to scale and never empty for a count", "[render]") {
    CHECK(render::bar(10, 10, 4) == "████");
    CHECK(render::bar(5, 10, 4) == "██");
    CHECK(render::bar(1, 16, 4) == "▎");
    CHECK(render::bar(1, 1'000'000, 4) == "▏");
    CHECK(render::bar(0, 10, 4) == "");
}

TEST_CASE("sizes have three digits and a unit", "[render]") {
    CHECK(render::bytes_text(0) == "0 B");
    CHECK(render::bytes_text(999) == "999 B");
    CHECK(render::bytes_text(1234) == "1.2 kB");
    CHECK(render::bytes_text(123'456) == "123 kB");
    CHECK(render::bytes_text(999'900) == "1.0 MB");
    CHECK(render::bytes_text(12'340'000'000) == "12.3 GB");
}

// What people are told of the query language.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <morgue/query_form.hpp>

#include "query/parse.hpp"

using namespace morgue;

namespace {

const std::string page_path = CORPUS_DIR "/../docs/query-language.md";
const std::string begin_mark = "forms.cpp -->\n", end_mark = "<!-- end of forms -->";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '|' ? "\\|" : std::string(1, c);
    return out;
}

std::string table() {
    std::string out;
    const QueryForm* before = nullptr;
    for (const QueryForm& form : query_forms()) {
        if (!before || before->group != form.group)
            out += "\n| " + std::string(title(form.group)) + " | |\n|---|---|\n";
        std::string listed;
        for (const std::string_view example : examples(form))
            (listed += listed.empty() ? "`" : ", `") += escaped(example) + "`";
        out += "| " + listed + " | " + escaped(form.means) + " |\n";
        before = &form;
    }
    return out + "\n";
}

}  // namespace

TEST_CASE("every example of the query language is understood", "[query]") {
    const query::Options parsing{false, std::chrono::sys_days(std::chrono::days(20'000))};
    for (const QueryForm& form : query_forms())
        for (const std::string_view example : examples(form)) {
            INFO(example);
            const query::Parsed parsed = query::parse(std::string(example), parsing);
            for (const Problem& problem : parsed.problems) UNSCOPED_INFO(problem.message);
            CHECK(parsed.problems.empty());
            CHECK(
                (std::holds_alternative<query::Everything>(parsed.expr.node) == (example == "*")));
        }
}

// UPDATE_GOLDEN=1 writes the page anew.
TEST_CASE("docs/query-language.md lists every form", "[query]") {
    std::ifstream file(page_path);
    std::string page((std::istreambuf_iterator<char>(file)), {});
    const std::size_t begin = page.find(begin_mark) + begin_mark.size();
    const std::size_t end = page.find(end_mark);
    REQUIRE(end != page.npos);
    REQUIRE(begin <= end);
    if (std::getenv("UPDATE_GOLDEN")) {
        page.replace(begin, end - begin, table());
        std::ofstream(page_path) << page;
        return;
    }
    CHECK(page.substr(begin, end - begin) == table());
}

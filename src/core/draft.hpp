#pragma once
// What a format knows of an article before the extraction rules have read it. A reader fills in
// what its format states outright and leaves the rest; extract::complete makes an Article of it.
#include <morgue/article.hpp>
#include <optional>
#include <string>
#include <vector>

namespace morgue::core {

struct Draft {
    // Fields the format states as such, as they were written (UTF-8; white space, control
    // characters and composition are still to be tidied). `problems` may be filled.
    Article article;

    // Dates as written, best first, read only as far as needed; empty ones are skipped.
    std::vector<std::string> published, updated;

    // When it was fetched, where the input says so: what "2 hours ago" is told from.
    std::optional<Date> seen;

    // The latest day a date may sensibly name; what lies beyond becomes a problem.
    std::optional<Date> latest;

    // HTML fragments, used where the plain field of the article is empty.
    std::string headline_html, summary_html, body_html;

    // A whole HTML page: every field not given is looked for in it. UTF-8.
    std::string page;

    // Where it was fetched from: its url, where it states none itself.
    std::string address;

    // A whole story in plain text as wires print it: headline, byline, dateline, body and rights
    // line in one. Every field not given is looked for in it. UTF-8.
    std::string story;

    // The format marks the body as such: it is read for what the fields lack, and stays whole.
    bool whole_body = false;

    // Say where each field comes from (Article::origins).
    bool why = false;

    // The input is our own record (JSON Lines): nothing is inferred, the fields are kept.
    bool verbatim = false;
};

}  // namespace morgue::core

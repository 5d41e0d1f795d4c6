// morgue export: every article a query finds, in a format for other programs.
#include <algorithm>
#include <array>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>

#include "cli/command.hpp"
#include "cli/destination.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/progress_line.hpp"
#include "cli/search_request.hpp"
#include "cli/suggest.hpp"
#include "render/output.hpp"
#include "render/record.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"format", 0,   "jsonl|csv|tsv|md|html|ninjs|ris|bibtex|atom", "what is written (jsonl)"},
    Option{"fields", 0,   "NAME,...",                "of jsonl, csv and tsv: which fields, in this order (all); see below"},
    Option{"output", 'o', "FILE",                    "where it is written, whole or not at all (standard output)"},
    Option{"sort",   0,   "relevance|newest|oldest", "the order (relevance)"},
    match_option, rank_option, expand_option, collapse_option, strict_option, lang_option,
};

constexpr std::string_view text = R"(There is no limit: articles are written one by one as they are read. Without a query, all of them.

jsonl        article records, which `morgue index` reads again
csv, tsv     a table; a cell that a spreadsheet would take for a formula begins with '
md, html     articles to read; html is one page that needs nothing else
ninjs        the IPTC's News in JSON, an item a line
ris, bibtex  references, for Zotero, EndNote and LaTeX
atom         a feed

Fields are the keys of the article record, and tags, note, person, organisation, place.

  morgue export 'oil date:2025' --format csv --fields id,published,source,headline -o oil.csv
  morgue export label:lead --format ris -o lead.ris
  morgue export --sort oldest | gzip > all.jsonl.gz
)";
// clang-format on

const render::RecordField* field_named(const std::string& name) {
    if (const auto* field = render::find_record_field(name)) return field;
    std::vector<std::string_view> names;
    std::string all = "fields:";
    for (const render::RecordField* field : render::record_fields()) {
        names.push_back(field->name);
        all.append(" ").append(field->name);
    }
    throw Error(Error::Kind::usage, "--fields: there is no field '" + name + "'",
                did_you_mean(name, names, "", all));
}

std::vector<const render::RecordField*> fields_of(const Arguments& arguments,
                                                  const render::OutputFormat& format) {
    std::vector<const render::RecordField*> out;
    const std::string names = arguments.value("fields");
    if (names.empty()) return out;
    if (!format.fields_apply)
        throw Error(Error::Kind::usage, "--fields goes with jsonl, csv and tsv",
                    "leave it away, or choose one of these as --format");
    for (std::size_t at = 0; at <= names.size();) {
        const std::size_t end = std::min(names.find(',', at), names.size());
        out.push_back(field_named(names.substr(at, end - at)));
        at = end + 1;
    }
    return out;
}

SearchRequest request_of(const Arguments& arguments) {
    SearchRequest request = search_request(arguments);
    request.sort = sort_of(arguments);
    take_collapse(arguments, request);
    request.snippets = false;
    return request;
}

// How many there are, and of what date the newest is.
SearchResult look(const ArchiveReader& archive, SearchRequest request) {
    request.sort = SearchRequest::Sort::newest;
    request.count = 1;
    return archive.search(request);
}

class Exporter {
public:
    Exporter(const render::OutputFormat& format, render::Document document, Destination& to,
             Console& console)
        : format_(format), document_(std::move(document)), to_(to), progress_(console) {}

    void run(const ArchiveReader& archive, const SearchRequest& request, std::uint64_t total) {
        state_.stage = "exporting";
        state_.total_articles = total;
        std::string out;
        if (format_.begin) format_.begin(out, document_);
        to_.write(out);
        if (total > 0)
            archive.each_hit(request, [&](const Article& article) { return add(article); });
        out.clear();
        if (format_.end) format_.end(out, document_);
        to_.write(out);
        to_.finish();
    }

private:
    bool add(const Article& article) {
        std::string out;
        format_.article(out, article, document_, state_.articles++);
        to_.write(out);
        if (to_.is_file() || !document_.style.terminal) progress_.update(state_);
        return true;
    }

    const render::OutputFormat& format_;
    render::Document document_;
    Destination& to_;
    ProgressLine progress_;
    IngestProgress state_;
};

}  // namespace

const Manual export_manual{options, text};

int export_articles(const Arguments& arguments, Console& console) {
    const SearchRequest request = request_of(arguments);
    const auto& format = *render::find_output_format(arguments.value("format", "jsonl"));
    render::Document document{.style = console.style(), .fields = fields_of(arguments, format)};
    const ArchiveReader archive(archive_folder(arguments));
    const SearchResult found = look(archive, request);
    tell_problems(arguments, request.query, found.problems, console);

    Destination to(arguments.value("output"), console);
    if (to.is_file()) document.style = {};
    document.title = request.query;
    document.uuid = archive.uuid();
    if (!found.hits.empty()) document.updated = found.hits.front().published;
    Exporter(format, std::move(document), to, console).run(archive, request, found.total);
    if (found.total > 0) return done;
    tell_nothing_found(found, console);
    return nothing_found;
}

}  // namespace morgue::cli

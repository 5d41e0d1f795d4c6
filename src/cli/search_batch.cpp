#include "cli/search_batch.hpp"

#include <morgue/archive.hpp>
#include <morgue/error.hpp>

#include "cli/batch_file.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "render/batch.hpp"
#include "render/problem.hpp"

namespace morgue::cli {

namespace {

std::vector<BatchQuery> queries(const Arguments& arguments) {
    const std::string file = arguments.value("batch");
    return arguments.has("column") ? queries_of_column(file, arguments.value("column"))
                                   : queries_of_lines(file);
}

// The query, and what narrows all of them.
std::string narrowed(const std::string& query, const std::string& by) {
    return by.empty() ? query : '(' + query + ") AND (" + by + ')';
}

bool is_json(const Arguments& arguments) {
    const std::string format = arguments.value("format", "csv");
    if (format != "csv" && format != "jsonl")
        throw Error(Error::Kind::usage, "--batch prints csv or jsonl, not " + format,
                    "leave --format away for csv");
    return format == "jsonl";
}

class Batch {
public:
    Batch(const Arguments& arguments, SearchRequest request, Console& console)
        : json_(is_json(arguments)),
          matrix_(arguments.has("matrix")),
          narrow_(request.query),
          request_(std::move(request)),
          console_(console),
          archive_(archive_folder(arguments)) {
        request_.suggest = false;
        request_.strict = arguments.has("strict");
        if (matrix_) {
            request_.count = 0;
            request_.buckets = 0;
        }
    }

    int run(const std::vector<BatchQuery>& queries) {
        std::string out;
        if (!json_ && !matrix_) render::csv_batch_header(out, console_.style());
        for (const BatchQuery& each : queries) {
            ask(each, out);
            console_.write(out);
            out.clear();
        }
        if (matrix_ && json_) render::jsonl_matrix(out, rows_);
        if (matrix_ && !json_) render::csv_matrix(out, rows_, console_.style());
        console_.write(out);
        return failed_ ? some_failed : found_ ? done : nothing_found;
    }

private:
    // A query that cannot be asked costs itself alone.
    void ask(const BatchQuery& query, std::string& out) {
        request_.query = narrowed(query.query, narrow_);
        render::BatchAnswer answer{query.label, {}};
        try {
            answer.result = archive_.search(request_);
        } catch (const Error& error) {
            if (error.kind() != Error::Kind::query) throw;
            failed_ = true;
            console_.complain(render::cut(query.label, 60) + ": " + error.what(), error.hint());
            return;
        }
        for (const Problem& problem : answer.result.problems)
            console_.message("morgue: " + render::query_problem(problem, request_.query));
        found_ = found_ || answer.result.total > 0;
        if (matrix_)
            rows_.push_back(std::move(answer));
        else if (json_)
            render::json_answer(out, {request_, answer.result, console_.style()});
        else
            render::csv_batch_hits(out, answer, console_.style());
    }

    bool json_, matrix_;
    std::string narrow_;
    SearchRequest request_;
    Console& console_;
    ArchiveReader archive_;
    std::vector<render::BatchAnswer> rows_;
    bool found_ = false, failed_ = false;
};

}  // namespace

int search_batch(const Arguments& arguments, SearchRequest request, Console& console) {
    const std::vector<BatchQuery> asked = queries(arguments);
    return Batch(arguments, std::move(request), console).run(asked);
}

}  // namespace morgue::cli

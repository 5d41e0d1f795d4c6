#include "cli/count_values.hpp"

#include <morgue/error.hpp>

#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"
#include "render/output.hpp"

namespace morgue::cli {

int count_values(const Arguments& arguments, Console& console, std::vector<Field::Id> fields,
                 bool prominent) {
    SearchRequest request = search_request(arguments);
    take_counting(arguments, request);
    request.facets = std::move(fields);
    request.prominent = prominent;
    request.count = 0;
    request.snippets = false;
    const std::uint64_t limit = arguments.number("limit", 10);
    if (limit == 0)
        throw Error(Error::Kind::usage, "--limit 0 would print nothing", "give a number or all");
    request.buckets = limit > ArchiveReader::max_window ? 0 : limit;  // 0 means all there

    const auto& format = *render::find_output_format(arguments.value("format", "text"));
    const ArchiveReader archive(archive_folder(arguments));
    tell_corrections(archive, console);
    const SearchResult result = archive.search(request);
    tell_problems(arguments, request.query, result.problems, console);
    std::string out;
    format.facets(out, {request, result, console.style()});
    console.page(out);
    if (result.total > 0) return done;
    tell_nothing_found(result, console);
    return nothing_found;
}

}  // namespace morgue::cli

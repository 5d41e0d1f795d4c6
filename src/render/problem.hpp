#pragma once
// What is wrong, said to a person.
#include <morgue/error.hpp>
#include <morgue/ingest.hpp>
#include <string>
#include <string_view>

namespace morgue::render {

// Of a query: the message with its column, the query with the place marked, the hint.
std::string query_problem(const Problem& problem, std::string_view query);

// "path: record 3: the date is impossible"
std::string failure(const RecordOutcome& outcome);

}  // namespace morgue::render

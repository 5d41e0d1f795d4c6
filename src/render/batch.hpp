#pragma once
// Answers to many queries: their hits, or a matrix of counts.
#include <string>
#include <vector>

#include "render/output.hpp"

namespace morgue::render {

struct BatchAnswer {
    std::string label;  // of the query
    SearchResult result;
};

// One table of all hits, the query in its first column.
void csv_batch_header(std::string& to, const Style& style);
void csv_batch_hits(std::string& to, const BatchAnswer& answer, const Style& style);

// A row a query: its total, then the count of each value that any of them has, by facet.
void csv_matrix(std::string& to, const std::vector<BatchAnswer>& answers, const Style& style);
void jsonl_matrix(std::string& to, const std::vector<BatchAnswer>& answers);

}  // namespace morgue::render

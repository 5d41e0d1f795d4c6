#pragma once
// Two queries side by side, printed.
#include <morgue/explore/compare.hpp>

#include "render/grid.hpp"

namespace morgue::render {

void text_comparison(std::string& to, const Comparison& comparison, const CompareRequest& request,
                     const Style& style);
void csv_comparison(std::string& to, const Comparison& comparison, const Style& style);
void json_comparison(std::string& to, const Comparison& comparison, const CompareRequest& request);

}  // namespace morgue::render

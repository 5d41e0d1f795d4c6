#pragma once
// Lists of words with their measures, printed: collocates and keywords.
#include <morgue/explore/collocates.hpp>
#include <morgue/explore/keyness.hpp>
#include <string>

#include "render/grid.hpp"

namespace morgue::render {

Grid grid_of(const Collocates& collocates);
void text_collocates(std::string& to, const Collocates& collocates,
                     const CollocatesRequest& request, const Style& style);
void json_collocates(std::string& to, const Collocates& collocates,
                     const CollocatesRequest& request);

Grid grid_of(const Keyness& keyness);
void text_keyness(std::string& to, const Keyness& keyness, const KeynessRequest& request,
                  const Style& style);
void json_keyness(std::string& to, const Keyness& keyness, const KeynessRequest& request);

}  // namespace morgue::render

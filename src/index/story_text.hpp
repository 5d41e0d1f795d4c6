#pragma once
// The words of an article that make it a copy of another one: those of its body, or of its summary
// where there is no more.
#include <morgue/article.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "story/shingles.hpp"
#include "story/sketch.hpp"

namespace morgue::index {

const std::string& story_text(const Article& article);

// As the inverter hashes them on its way.
std::vector<std::uint32_t> word_hashes(std::string_view text);

story::ShingleSet shingles_of(const Article& article);
story::Sketch sketch_of(const Article& article);

}  // namespace morgue::index

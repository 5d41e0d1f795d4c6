#pragma once
// What someone may have meant who mistyped a name.
#include <string>
#include <string_view>
#include <vector>

namespace morgue::cli {

// The candidate nearest to what was typed; empty if none is near enough to be meant.
std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& candidates);

// "did you mean --format?" or, when nothing is near, the sentence given.
std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& candidates,
                         std::string_view prefix, std::string otherwise);

}  // namespace morgue::cli

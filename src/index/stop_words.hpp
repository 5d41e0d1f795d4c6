#pragma once
// Words so common that they say little of what a question is about.
#include <string_view>

namespace morgue::index {

bool is_stop_word(std::string_view folded);

}  // namespace morgue::index

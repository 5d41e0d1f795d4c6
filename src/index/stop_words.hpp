#pragma once
// Words so common that a long question is better ranked without them.
#include <string_view>

namespace morgue::index {

bool is_stop_word(std::string_view folded);

}  // namespace morgue::index

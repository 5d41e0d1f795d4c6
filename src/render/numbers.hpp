#pragma once
// Numbers as people and programs read them.
#include <string>

namespace morgue::render {

std::string fixed(double value, int places);  // "3.14"
std::string percent(double share);            // "0.42%", "12.3%", "100%"
std::string shortest(double value);           // as few digits as read back the same

}  // namespace morgue::render

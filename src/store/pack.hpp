#pragma once
// Lists of strings and numbers in one blob: how entities and problems of an article are stored.
#include <morgue/article.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::store {

std::string pack_entities(const Article& article);
void unpack_entities(std::string_view bytes, Article& article);

std::string pack_problems(const std::vector<Problem>& problems);
std::vector<Problem> unpack_problems(std::string_view bytes);

// One a line; an entry holds no line break.
std::string join_lines(const std::vector<std::string>& list);
std::vector<std::string> split_lines(std::string_view text);

}  // namespace morgue::store

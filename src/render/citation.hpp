#pragma once
// What programs that manage references want to know of an article.
#include <morgue/article.hpp>
#include <string>
#include <string_view>

namespace morgue::render {

struct PersonName {
    std::string family, given, suffix;
};

// "Ludwig van Beethoven Jr." -> "van Beethoven", "Ludwig", "Jr."; a name of one word is a family
// name.
PersonName split_name(std::string_view name);

// "van Beethoven, Ludwig, Jr."
std::string inverted(const PersonName& name);

// "doe2025-17": of the first author, else the source; ASCII, and one of its kind in an archive.
std::string citation_key(const Article& article);

}  // namespace morgue::render

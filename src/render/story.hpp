#pragma once
// Stories: the copies of articles.
#include <morgue/difference.hpp>
#include <morgue/story.hpp>
#include <string>
#include <vector>

#include "render/terminal.hpp"

namespace morgue::render {

// A block: the headline of the first copy, how many there are, and a line for each.
void text_story(std::string& to, const Story& story, const Style& style);

// "1 to 10 of 34 stories"
void text_stories_shown(std::string& to, std::uint64_t shown, std::uint64_t count,
                        const Style& style);

// {"story": 3, "articles": [ids], "guids": [...]}, a line.
void jsonl_story(std::string& to, const Story& story);

// A story, how each copy differs from the first one (or nothing), and whether only the first is
// wanted.
struct StoryView {
    const Story& story;
    std::vector<Difference> differences;
    bool only_first = false;
};
void text_copies(std::string& to, const StoryView& view, const Style& style);
void json_copies(std::string& to, const StoryView& view);

// "3 copies · 2 sources · 2025-03-03 to 2025-03-04"
std::string about(const Story& story);

}  // namespace morgue::render

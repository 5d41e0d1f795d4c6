#pragma once
// Timelines, printed.
#include <morgue/explore/timeline.hpp>
#include <string>

#include "render/terminal.hpp"

namespace morgue::render {

struct TimelineView {
    const Timeline& timeline;
    const SearchRequest& search;  // what is counted
    Style style;
    bool rates = false;  // bars and lines show rates instead of counts
};

void text_timeline(std::string& to, const TimelineView& view);
void csv_timeline(std::string& to, const TimelineView& view);
void json_timeline(std::string& to, const TimelineView& view);
void svg_timeline(std::string& to, const TimelineView& view);

// What a line is called: its query, and its value where it is split.
std::string title_of(const Timeline& timeline, const Timeline::Series& series);

std::string_view name_of(TimelineRequest::Every every);
std::string_view name_of(TimelineRequest::Per per);

}  // namespace morgue::render

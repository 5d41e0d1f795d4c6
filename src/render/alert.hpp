#pragma once
// What is new in saved searches.
#include <morgue/saved.hpp>
#include <string>

#include "render/terminal.hpp"

namespace morgue::render {

struct Alert {
    SavedSearch search;
    SearchResult result;  // only what is new
};

void text_alerts(std::string& to, const std::vector<Alert>& alerts, const Style& style);
void json_alerts(std::string& to, const std::vector<Alert>& alerts);

// RFC 4287. `now` is the date of the feed and of articles that have none; `uuid`: the archive's.
void atom_alerts(std::string& to, const std::vector<Alert>& alerts, const std::string& uuid,
                 const Date& now);

void text_saved(std::string& to, const std::vector<SavedSearch>& searches, const Style& style);
void json_saved(std::string& to, const std::vector<SavedSearch>& searches);

}  // namespace morgue::render

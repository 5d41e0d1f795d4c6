#pragma once
// What is known of people, organisations and places, and a person's corrections of it.
#include <morgue/entities.hpp>
#include <string>
#include <vector>

#include "render/terminal.hpp"

namespace morgue::render {

void text_profiles(std::string& to, const std::vector<EntityProfile>& profiles, const Style& style);
void text_suggestions(std::string& to, const std::vector<EntitySuggestion>& suggestions,
                      const Style& style);
void text_corrections(std::string& to, const std::vector<Correction>& corrections,
                      const Style& style);

// A JSON object a line.
void json_profiles(std::string& to, const std::vector<EntityProfile>& profiles);
void json_suggestions(std::string& to, const std::vector<EntitySuggestion>& suggestions);
void json_corrections(std::string& to, const std::vector<Correction>& corrections);

}  // namespace morgue::render

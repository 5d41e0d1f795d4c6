#pragma once
// Which annotated files are learnt from, how often, and in which other spellings.
#include "lesson.hpp"

namespace morgue::train {

// `without`: a file to leave out, to be scored on.
std::vector<Lesson> read_lessons(const std::string& folder, entities::WordCache& words,
                                 const entities::Lexicon& lexicon, const std::string& without = {});

}  // namespace morgue::train

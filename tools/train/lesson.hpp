#pragma once
// An annotated text as the learner sees it: tokens, clues and the right labels.
#include <memory>
#include <vector>

#include "corpus.hpp"
#include "entities/tagger.hpp"

namespace morgue::train {

struct Segment {
    std::uint32_t sentence, first, last;  // tokens of the sentence, end exclusive
};

struct Lesson {
    // `words` must outlive the lesson and never be trimmed.
    Lesson(AnnotatedText annotated, entities::WordCache& words, const entities::Lexicon& lexicon);

    std::unique_ptr<AnnotatedText> annotated;  // does not move, for the document views its text
    entities::Document document;
    std::vector<entities::Label> right;  // by token
    std::vector<Segment> segments;
};

// The names that labels mark, repaired as the recogniser does.
std::vector<Name> names(const entities::Document& document,
                        const std::vector<entities::Label>& labels);

// Agreement of what was found with what is right, by kind.
struct Score {
    struct Counts {
        std::size_t right = 0, found = 0, wanted = 0;
        double f1() const {
            return found + wanted ? 200.0 * double(right) / double(found + wanted) : 0;
        }
    };
    std::array<Counts, entities::kinds> kinds{};

    void add(const std::vector<Name>& found, const std::vector<Name>& wanted);
    Counts all() const;
};

}  // namespace morgue::train

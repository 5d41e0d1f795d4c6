#pragma once
// Copies of one story: articles that share most of their words in their order, as when many papers
// print one report of an agency. docs/stories.md says by what rules.
#include <cstdint>
#include <morgue/article.hpp>
#include <optional>
#include <string>
#include <vector>

namespace morgue {

struct StoryCopy {
    ArticleId id = 0;
    std::string guid, headline, byline, source, path;
    std::optional<Date> published;
    std::uint32_t words = 0;  // of the body
    bool exact = false;       // its words are those of the copy that stands first
    bool operator==(const StoryCopy&) const = default;
};

struct Story {
    std::int64_t number = 0;  // in its archive; 0 for an article without copies

    // Who published first stands first. A date without a clock is taken for the end of its day,
    // month or year, since nothing shows that it was earlier; the undated come last, by id.
    std::vector<StoryCopy> copies;

    // Whether it is certain that the first copy was before all others.
    bool first_is_certain() const;

    bool operator==(const Story&) const = default;
};

}  // namespace morgue

#pragma once
// What people are quoted as saying.
#include <cstddef>
#include <functional>
#include <morgue/search.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

class ArchiveReader;

// Speech in quotation marks with words that say whose it is: "..." said X; X told Y: "...".
struct Quote {
    // Without the marks, and without the comma before the telling; of one line, whether the telling
    // broke it up or it runs over several paragraphs.
    std::string text;
    std::string speaker;  // the fullest name the article has for it; empty where it is not certain
    std::string cue;      // the verb as it stands, e.g. "said", or "according to"
    std::size_t begin = 0, end = 0;  // bytes of the body, from the first mark past the last

    bool operator==(const Quote&) const = default;
};

// Whether a speaker is the one that is named: by the whole name, or by words at its end
// ("Bell", "Anna Bell"); capitals and accents aside.
bool is_speaker(std::string_view speaker, std::string_view name);

// The quotes of every article a query finds, in the order of the request, in constant memory;
// `visit` returns false to stop. Errors are those of ArchiveReader::search.
void each_quote(const ArchiveReader& archive, const SearchRequest& request,
                const std::function<bool(const Article&, const Quote&)>& visit);

}  // namespace morgue

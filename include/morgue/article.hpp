#pragma once
// A news article, as it is read, stored, indexed and shown.
#include <cstdint>
#include <morgue/date.hpp>
#include <morgue/entity.hpp>
#include <morgue/error.hpp>
#include <morgue/origin.hpp>
#include <optional>
#include <string>
#include <vector>

namespace morgue {

// Given when an article is first stored, and for ever; 0 before that.
using ArticleId = std::int64_t;

// Text is UTF-8 in NFC. An empty string or list means: not known, never: known to be empty.
struct Article {
    ArticleId id = 0;
    std::string path;          // the file it was read from, as given; "-" for standard input
    std::uint64_t record = 0;  // its 0-based position in that file
    std::string format;        // a name of formats[], e.g. "rss"

    std::string guid;      // the article's own identifier (feed guid, IPTC guid, NEWID, DOCNO)
    std::string url;       // canonical address
    std::string headline;  // these three: one line of plain text
    std::string subheadline;
    std::string slugline;
    std::string byline;                // verbatim but for white space
    std::vector<std::string> authors;  // the names in it, agencies left out
    std::string dateline;              // verbatim, e.g. "CARACAS, Venezuela, Sept 28 (Reuters) -"
    std::string located;               // the place in it, e.g. "Caracas"
    std::optional<Date> published, updated;
    std::string source;     // publication or agency
    std::string copyright;  // the rights line, verbatim
    std::string section;
    std::vector<std::string> keywords;
    std::string language;  // BCP 47
    std::string summary;   // the deck, description or abstract; plain text
    std::string body;      // plain text, paragraphs parted by one blank line, no boilerplate

    std::vector<Entity> entities;
    bool entities_given = false;  // by the input (kept as they are), not by our recogniser
    std::vector<Problem> problems;

    // What a person said of it in this archive (morgue tag, morgue note); inputs cannot say it.
    std::vector<std::string> tags;  // sorted
    std::string note;               // plain text, lines as they were typed

    std::vector<Origin> origins;  // where its fields come from; only where that was asked for
};

}  // namespace morgue

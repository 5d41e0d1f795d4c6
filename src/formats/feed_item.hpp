#pragma once
// From the elements of a feed's item to a draft. One table says what the elements of every
// vocabulary mean, since feeds mix them.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/draft.hpp"
#include "formats/feed_element.hpp"

namespace morgue::formats {

// What an element of an item, or of the feed itself, says.
enum class Part : std::uint8_t {
    title,
    link,
    guid,
    published,
    updated,
    author,
    summary,
    body,
    keyword,
    source,
    rights,
    language,
    kind,
    none
};

// The elements that mean something, by what they mean.
class FeedParts {
public:
    void add(FeedElement element);
    bool empty() const { return elements_.empty(); }
    std::size_t bytes() const { return bytes_; }

    // Preferred ones first, else in their order in the file.
    std::vector<const FeedElement*> all(Part part) const;
    // Only those of the most preferred name of which there are any that hold something.
    std::vector<const FeedElement*> preferred(Part part) const;
    // The first that holds something; nullptr if none does.
    const FeedElement* first(Part part) const;

private:
    std::vector<std::pair<std::size_t, FeedElement>> elements_;  // with their rows of the table
    std::size_t bytes_ = 0;
};

// What the feed says for all its items, as far as it was read.
struct FeedChannel {
    std::string title, link, language, rights;
    std::vector<std::string> authors;
};

void take_channel(const FeedElement& element, FeedChannel& channel);

struct FeedItem {
    FeedParts parts;
    std::string about;     // how RDF names it
    std::string address;   // how CDF does
    std::string changed;   // when CDF says it was
    std::string source;    // the title of the feed that Atom says it is from
    std::string language;  // xml:lang
};

core::Draft draft(const FeedItem& item, const FeedChannel& channel);

// What blogs export beside their articles: pictures, menus.
bool is_no_article(const FeedItem& item);

// Whether there is anything to read in it.
bool has_text(const core::Draft& draft);

}  // namespace morgue::formats

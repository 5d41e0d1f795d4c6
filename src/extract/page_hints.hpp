#pragma once
// What the class, id, role and itemprop of an element tell about its part in a page.
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "extract/html_tree.hpp"

namespace morgue::extract {

enum class PagePart : std::uint8_t {
    unknown,
    text,      // the text of the article itself: "article-body"
    content,   // holds the article, and maybe more: "main-content"
    deck,      // the line under the headline
    kicker,    // the word or line over the headline
    byline,    // who wrote it
    date,      // when
    caption,   // of a picture
    clutter,   // navigation, sharing, related stories, newsletters, advertisements
    comments,  // of readers
    consent,   // cookie notices and the like: never text, however long
};

// Remembers the answers for one page, where the same classes come back many times.
class PageHints {
public:
    explicit PageHints(const HtmlTree& tree) : tree_(tree) {}

    PagePart part(NodeId id);

private:
    PagePart look_up(std::string_view names);

    const HtmlTree& tree_;
    std::unordered_map<std::string_view, PagePart> known_;
};

// Of a class or id: "article__share-bar" is clutter. Later, stronger parts win over weaker ones.
PagePart part_named(std::string_view names);

}  // namespace morgue::extract

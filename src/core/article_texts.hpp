#pragma once
// The texts of an article, by their fields.
#include <morgue/article.hpp>
#include <morgue/field.hpp>
#include <string>

namespace morgue::core {

// Of a text field; empty for any other.
inline const std::string& text_of(const Article& article, Field::Id field) {
    static const std::string none;
    switch (field) {
        case Field::Id::headline:
            return article.headline;
        case Field::Id::subheadline:
            return article.subheadline;
        case Field::Id::byline:
            return article.byline;
        case Field::Id::summary:
            return article.summary;
        case Field::Id::body:
            return article.body;
        default:
            return none;
    }
}

// What an article says: the body, or the summary of one that has none.
inline const std::string& running_text(const Article& article) {
    return article.body.empty() ? article.summary : article.body;
}

}  // namespace morgue::core

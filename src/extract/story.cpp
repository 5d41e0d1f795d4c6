// A story is read from the top: header lines or an identifier, the headline, the credits; what is
// left is the body, with its dateline in front and its rights line at the end.
#include "extract/body_parts.hpp"
#include "extract/extract.hpp"
#include "extract/headline.hpp"

namespace morgue::extract {

void read_story(std::string_view story, Article& article) {
    const auto all = lines_of(story);
    Lines lines = all;
    take_header_block(lines, article);
    take_identifier(lines, article);
    take_headline(lines, article);
    take_credits(lines, article);
    if (article.body.empty()) article.body = join_paragraphs(lines);
    take_body_parts(article);
}

}  // namespace morgue::extract

// A story is read from the top: header lines or an identifier, the headline, the credits; what is
// left is the body, with its dateline in front and its rights line at the end.
#include "extract/body_parts.hpp"
#include "extract/extract.hpp"
#include "extract/headline.hpp"
#include "extract/watch.hpp"

namespace morgue::extract {

void read_story(std::string_view story, Article& article, Origins* origins) {
    const auto all = lines_of(story);
    Lines lines = all;
    Watch watch(article, origins);
    take_header_block(lines, article);
    watch.step("header line");
    take_identifier(lines, article);
    watch.step("identifier before the dateline");
    take_headline(lines, article);
    watch.step("first lines");
    take_credits(lines, article);
    watch.step("line below the headline");
    if (article.body.empty()) article.body = join_paragraphs(lines);
    watch.step("lines below headline and credits");
    take_body_parts(article, origins);
}

}  // namespace morgue::extract

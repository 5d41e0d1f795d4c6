#pragma once
// Finding the headline and what stands around it at the top of a plain story.
#include <morgue/article.hpp>
#include <span>

#include "extract/lines.hpp"

namespace morgue::extract {

using Lines = std::span<const Line>;

// Each takes what it finds off the front of `lines` and fills the empty fields of the article.

// "Headline: ...", "Date: ..." and the like, where a story begins with such lines.
void take_header_block(Lines& lines, Article& article);

// "DEV-0001 (ABCD)" before a dateline: the story's identifier.
void take_identifier(Lines& lines, Article& article);

void take_headline(Lines& lines, Article& article);

// Bylines, dates and agencies on lines of their own.
void take_credits(Lines& lines, Article& article);

}  // namespace morgue::extract

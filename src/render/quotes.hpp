#pragma once
// Quoted speech, printed one after the other.
#include <morgue/article.hpp>
#include <morgue/quote.hpp>
#include <string>

#include "render/terminal.hpp"

namespace morgue::render {

struct QuoteView {
    const Article& article;
    const Quote& quote;
    Style style;
};

void text_quote(std::string& to, const QuoteView& view);
void jsonl_quote(std::string& to, const QuoteView& view);  // offsets count code points of the body
void csv_quote_header(std::string& to, const Style& style);
void csv_quote(std::string& to, const QuoteView& view);

}  // namespace morgue::render

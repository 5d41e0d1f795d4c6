#pragma once
// Where quotation marks open and close, whichever a paper uses: "x" “x” „x“ «x» »x« ‘x’.
#include <cstddef>
#include <string_view>
#include <vector>

namespace morgue::extract {

// A text between marks, within one paragraph.
struct QuoteSpan {
    std::size_t begin = 0, end = 0;              // from the opening mark past the closing one
    std::size_t inner_begin = 0, inner_end = 0;  // without them
    bool goes_on = false;  // no mark closes it here: the next paragraph opens with one, and goes on

    bool operator==(const QuoteSpan&) const = default;
};

// In order and apart. What is never closed is left out.
std::vector<QuoteSpan> quote_spans(std::string_view body);

}  // namespace morgue::extract

#pragma once
// The tags and texts of an HTML page, one after the other, in one pass over its bytes. (The parser
// of libxml2 is not used for this: many attributes, or deep nesting, take it quadratic time.)
#include <bitset>
#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/html_tag.hpp"

namespace morgue::extract {

struct HtmlAttribute {
    std::string_view name, value;
};

struct HtmlToken {
    enum class Kind { start, end, text };

    Kind kind = Kind::text;
    Tag tag = Tag::other;
    bool closed = false;                    // "<x/>"
    std::string_view text;                  // of a text token, as written
    std::vector<HtmlAttribute> attributes;  // of a start tag, as written, without quotes
};

// What it hands out points into the page. Comments, declarations and instructions are passed over.
class HtmlTokens {
public:
    explicit HtmlTokens(std::string_view page) : page_(page) {}

    // Fills in the next token; false at the end.
    bool next(HtmlToken& token);

private:
    bool read_raw_text(HtmlToken& token);
    std::size_t find_end_tag(Tag tag) const;
    bool read_markup(HtmlToken& token);
    void read_text(HtmlToken& token, std::size_t from);
    void read_attributes(HtmlToken& token);
    HtmlAttribute read_attribute();
    std::string_view read_value();
    void skip_comment();
    void skip_past(std::string_view end);
    void skip_spaces();
    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < page_.size() ? page_[at_ + ahead] : '\0';
    }

    std::string_view page_;
    std::size_t at_ = 0;
    Tag raw_ = Tag::text;  // the element whose raw text comes next; text: none
    std::bitset<std::size_t(Tag::count)> never_closed_;  // raw elements without an end tag ahead
    bool no_comment_ends_ = false;
};

}  // namespace morgue::extract

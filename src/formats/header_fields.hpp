#pragma once
// Header fields as mail (RFC 5322), HTTP and WARC have them: "Name: value", lines that begin with a
// blank going on, up to a blank line.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue::formats {

class HeaderFields {
public:
    // Takes the fields, and the blank line behind them, off the front of `text`.
    static HeaderFields take(std::string_view& text);

    // The value of the first field of that name (given in lower case), unfolded and trimmed; empty
    // if there is none.
    std::string_view operator[](std::string_view name) const;

    bool empty() const { return fields_.empty(); }

private:
    std::vector<std::pair<std::string, std::string>> fields_;  // names in lower case
};

// "text/html; charset=utf-8" -> "text/html", in lower case
std::string media_type(std::string_view value);

// Of such a value: "charset" -> "utf-8"; RFC 2231 coding undone; empty if it is not there.
std::string parameter(std::string_view value, std::string_view name);

// Text of a mail header in UTF-8: encoded words (RFC 2047) decoded.
std::string header_text(std::string_view value);

}  // namespace morgue::formats

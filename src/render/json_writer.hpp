#pragma once
// Writes JSON: puts the commas, escapes text, and makes sure that what comes out is UTF-8.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue::render {

// Adds the text in quotes. Ill-formed bytes become U+FFFD; control characters and those that turn
// the direction of text are escaped, so that JSON can be looked at on a terminal.
void append_json_string(std::string& to, std::string_view text);

class JsonWriter {
public:
    enum class Layout { line, indented };

    explicit JsonWriter(std::string& to, Layout layout = Layout::line) : to_(to), layout_(layout) {}

    JsonWriter& open(char bracket);   // '{' or '['
    JsonWriter& close(char bracket);  // '}' or ']'
    JsonWriter& key(std::string_view name);

    JsonWriter& text(std::string_view value);
    JsonWriter& known(std::string_view value);  // null when empty
    JsonWriter& number(std::uint64_t value);
    JsonWriter& number(double value);
    JsonWriter& boolean(bool value);
    JsonWriter& null();
    JsonWriter& texts(const std::vector<std::string>& values);  // an array

private:
    void begin_value();
    void new_line();

    std::string& to_;
    Layout layout_;
    std::size_t depth_ = 0;
    bool first_ = true;  // nothing stands yet in the innermost bracket
    bool after_key_ = false;
};

// Turns byte offsets of a text into counts of code points: after one pass each is found at once.
class CodePoints {
public:
    explicit CodePoints(std::string_view text);

    // Of the first `bytes` bytes (all of them if there are fewer).
    std::size_t before(std::size_t bytes) const;

private:
    static constexpr std::size_t step = 64;

    std::string_view text_;
    bool ascii_;
    std::vector<std::pair<std::size_t, std::size_t>>
        marks_;  // bytes, points: at each step or after
};

}  // namespace morgue::render

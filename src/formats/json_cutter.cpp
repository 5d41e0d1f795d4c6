#include "formats/json_cutter.hpp"

#include <algorithm>
#include <cstring>

#include "core/bad_input.hpp"

namespace morgue::formats {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\x1E';
}

bool ends_scalar(char c) {
    return is_blank(c) || c == ',' || c == ']' || c == '}' || c == ':';
}

}  // namespace

std::size_t JsonValueEnd::in_string(std::string_view piece, std::size_t at) {
    while (at < piece.size()) {
        if (escaped_) {
            escaped_ = false;
            ++at;
            continue;
        }
        while (at < piece.size() && piece[at] != '"' && piece[at] != '\\') ++at;
        if (at == piece.size()) break;
        escaped_ = piece[at] == '\\';
        string_ = escaped_;
        ++at;
        if (!string_) break;
    }
    return at;
}

std::size_t JsonValueEnd::find(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size();) {
        if (string_) {
            at = in_string(piece, at);
            if (!string_ && depth_ == 0) return at;
            continue;
        }
        const char c = piece[at];
        if (depth_ == 0 && ends_scalar(c)) {
            if (begun_ || !is_blank(c)) return at;
            ++at;
            continue;
        }
        begun_ = true;
        ++at;
        if (c == '"') {
            string_ = true;
        } else if (c == '{' || c == '[') {
            ++depth_;
        } else if ((c == '}' || c == ']') && --depth_ == 0) {
            return at;
        }
    }
    return piece.npos;
}

JsonCutter::JsonCutter(std::unique_ptr<core::ByteSource> source, std::vector<std::string> path,
                       std::size_t longest)
    : source_(std::move(source)),
      path_(std::move(path)),
      longest_(longest),
      buffer_(std::size_t(1) << 18, '\0') {}

bool JsonCutter::fill() {
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        before_ += begin_;
        end_ -= begin_;
        begin_ = 0;
    }
    if (buffer_.size() - padding - end_ < buffer_.size() / 4) buffer_.resize(buffer_.size() * 2);
    const std::size_t got = source_->read(buffer_.data() + end_, buffer_.size() - padding - end_);
    end_ += got;
    return got > 0;
}

// False at the end.
bool JsonCutter::skip_blanks() {
    for (;; ++begin_) {
        if (begin_ == end_ && !fill()) return false;
        if (!is_blank(peek())) return true;
    }
}

void JsonCutter::broken(const char* what) const {
    throw core::BadInput("json-broken",
                         std::string(what) + " at byte " + std::to_string(before_ + begin_));
}

std::optional<std::string_view> JsonCutter::next() {
    while (skip_blanks()) {
        const char c = peek();
        if (c == ',') {
            ++begin_;
        } else if (c == ']' || c == '}') {
            if (levels_.empty()) broken("a bracket too many");
            levels_.pop_back();
            ++begin_;
        } else if (c == ':') {
            broken("a colon too many");
        } else {
            std::size_t keys = levels_.empty() ? 0 : levels_.back().keys;
            if (!levels_.empty() && levels_.back().object && !at_member(keys)) continue;
            if (!enter(keys)) {
                if (keys == path_.size()) return cut();
                skip();
            }
        }
    }
    if (!levels_.empty()) broken("the JSON ends too early,");
    return std::nullopt;
}

// Reads a key; true where it is the next of the path, else its value is skipped.
bool JsonCutter::at_member(std::size_t& keys) {
    if (peek() != '"') broken("a key is missing");
    const std::string_view name = cut();
    const bool wanted = name.substr(1, name.size() - 2) == path_[keys];
    if (!skip_blanks() || peek() != ':') broken("a colon is missing");
    ++begin_;
    if (!skip_blanks()) broken("a value is missing");
    if (wanted) {
        ++keys;
    } else {
        skip();
    }
    return wanted;
}

// Goes into what holds the values or leads to them.
bool JsonCutter::enter(std::size_t keys) {
    constexpr std::size_t deepest = 1000;
    const bool object = peek() == '{', list = peek() == '[';
    const bool among_values = !levels_.empty() && levels_.back().values;
    const bool leads = keys < path_.size() ? object || list : list && !among_values;
    if (!leads) return false;
    if (levels_.size() == deepest) broken("lists in lists too deep");
    levels_.push_back({object, keys, keys == path_.size()});
    ++begin_;
    return true;
}

std::string_view JsonCutter::cut() {
    JsonValueEnd end;
    std::size_t looked = 0;
    for (;;) {
        const std::size_t size = end_ - begin_;
        const std::size_t found =
            end.find(std::string_view(buffer_.data() + begin_ + looked, size - looked));
        if (found != std::string_view::npos) {
            const std::string_view value(buffer_.data() + begin_, looked + found);
            begin_ += value.size();
            return value;
        }
        looked = size;
        if (size > longest_) {
            begin_ = end_;
            skip_rest(end);
            throw core::BadRecord("record-too-long", "a value has more than " +
                                                         std::to_string(longest_ >> 20) + " MiB");
        }
        if (fill()) continue;
        const std::string_view value(buffer_.data() + begin_, size);
        begin_ = end_;
        return value;
    }
}

void JsonCutter::skip() {
    JsonValueEnd end;
    skip_rest(end);
}

void JsonCutter::skip_rest(JsonValueEnd& end) {
    for (;;) {
        const std::size_t found =
            end.find(std::string_view(buffer_.data() + begin_, end_ - begin_));
        if (found != std::string_view::npos) {
            begin_ += found;
            return;
        }
        begin_ = end_;
        if (!fill()) return;
    }
}

}  // namespace morgue::formats

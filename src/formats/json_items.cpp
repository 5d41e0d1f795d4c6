#include "formats/json_items.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/bad_input.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t longest_item = std::size_t(16) << 20, most_envelope = std::size_t(1) << 20;
constexpr std::size_t chunk = 65536;

bool is_gap(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool contains(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

[[noreturn]] void broken(const std::string& why) {
    throw core::BadInput("json-broken", why);
}

}  // namespace

JsonItems::JsonItems(std::unique_ptr<core::ByteSource> source, JsonShape shape)
    : source_(std::move(source)), shape_(shape), buffer_(chunk + padding, '\0') {}

bool JsonItems::fill() {
    if (begin_ > 0 && begin_ >= end_ / 2) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= std::exchange(begin_, 0);
    }
    if (buffer_.size() < end_ + chunk + padding)
        buffer_.resize(std::max(buffer_.size() * 2, end_ + chunk + padding));
    const std::size_t got = source_->read(buffer_.data() + end_, chunk);
    end_ += got;
    return got > 0;
}

// The character so far from where we are; 0 at the end.
char JsonItems::at(std::size_t offset) {
    while (begin_ + offset >= end_)
        if (!fill()) return 0;
    return buffer_[begin_ + offset];
}

char JsonItems::peek() {
    while (is_gap(at(0))) ++begin_;
    return at(0);
}

// Past a string that begins there.
std::size_t JsonItems::string_end(std::size_t offset) {
    for (std::size_t from = ++offset;;) {
        const std::size_t quote = rest().find('"', offset);
        if (quote == std::string_view::npos) {
            offset = rest().size();
            if (offset > longest_item) return offset;
            if (!fill()) throw core::BadInput("json-cut-short", "the file ends within a string");
            continue;
        }
        std::size_t slashes = 0;
        while (quote - slashes > from && rest()[quote - slashes - 1] == '\\') ++slashes;
        offset = quote + 1;
        if (slashes % 2 == 0) return offset;
        from = offset;
    }
}

// Past the value that begins there; brackets are only counted.
std::size_t JsonItems::value_end(std::size_t offset) {
    std::size_t depth = 0;
    while (offset <= longest_item) {
        switch (at(offset)) {
            case 0:
                if (begin_ + offset < end_) broken("there is a NUL outside of a string");
                if (depth == 0) return offset;
                throw core::BadInput("json-cut-short", "the file ends within an item");
            case '"':
                offset = string_end(offset);
                break;
            case '{':
            case '[':
                ++depth;
                ++offset;
                continue;
            case '}':
            case ']':
                if (depth == 0) return offset;
                --depth;
                ++offset;
                break;
            case ',':
                if (depth == 0) return offset;
                ++offset;
                continue;
            default:
                ++offset;
                // Numbers and names go on; objects at the top part without a comma.
                if (depth > 0 || !is_gap(at(offset))) continue;
        }
        if (depth == 0) return offset;
    }
    return offset;
}

std::string_view JsonItems::take_value() {
    const std::size_t size = value_end(0);
    if (size > longest_item) {
        begin_ = end_;
        throw core::BadInput("item-too-large", "an item holds more than 16 MiB");
    }
    const std::string_view value = rest().substr(0, size);
    begin_ += size;
    return value;
}

void JsonItems::leave() {
    ++begin_;
    places_.pop_back();
    if (places_.empty()) broken("a bracket closes what none has opened");
}

void JsonItems::enter(Place place) {
    ++begin_;
    places_.push_back(place);
}

// A member of the object at hand: the way to the items, or kept for the envelope.
void JsonItems::read_member() {
    if (peek() != '"') broken("a member of an object has no name");
    std::string name(take_value());
    if (peek() != ':') broken("a member of an object has no value");
    ++begin_;
    const std::string_view bare = std::string_view(name).substr(1, name.size() - 2);
    const char c = peek();
    if (c == '[' && contains(shape_.arrays, bare)) return enter(Place::array);
    if (c == '{' && contains(shape_.wrappers, bare)) return enter(Place::object);
    const std::string_view value = take_value();
    if (envelope_.size() + name.size() + value.size() > most_envelope) return;
    if (!envelope_.empty()) envelope_ += ',';
    envelope_ += name;
    envelope_ += ':';
    envelope_ += value;
}

std::optional<std::string_view> JsonItems::next() {
    while (true) {
        const Place place = places_.back();
        switch (peek()) {
            case 0:
                if (begin_ < end_) broken("there is a NUL outside of a string");
                if (place != Place::top)
                    throw core::BadInput("json-cut-short", "the file ends before its list does");
                return std::nullopt;
            case ',':
                ++begin_;
                continue;
            case '}':
            case ']':
                leave();
                continue;
            case '[':
                if (place == Place::top) {
                    enter(Place::array);
                    continue;
                }
                break;
            case '{':
                if (place == Place::top && !shape_.arrays.empty()) {
                    enter(Place::object);
                    continue;
                }
                break;
            default:
                break;
        }
        if (place != Place::object) return take_value();
        read_member();
    }
}

std::vector<std::string_view> json_keys(std::string_view head, std::size_t depth) {
    std::vector<std::string_view> keys;
    std::size_t level = 0;
    for (std::size_t at = std::min(head.find('{'), head.size()); at < head.size(); ++at) {
        const char c = head[at];
        if (c == '{' || c == '[') ++level;
        if ((c == '}' || c == ']') && (level == 0 || --level == 0)) break;
        if (c != '"') continue;
        const std::size_t begin = at + 1;
        for (++at; at < head.size() && head[at] != '"'; ++at)
            if (head[at] == '\\') ++at;
        if (at >= head.size()) break;
        const std::size_t next = head.find_first_not_of(" \t\r\n", at + 1);
        const bool is_key = next != head.npos && head[next] == ':';
        if (is_key && level <= depth) keys.push_back(head.substr(begin, at - begin));
    }
    return keys;
}

}  // namespace morgue::formats

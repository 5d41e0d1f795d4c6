#include "formats/json_shape.hpp"

#include <algorithm>
#include <optional>

#include "formats/field_map.hpp"
#include "formats/json_cutter.hpp"

namespace morgue::formats {

namespace {

constexpr std::string_view blanks = " \t\r\n";

// Whether a headline or a text is usually kept under that key.
bool is_text_key(std::string_view key) {
    for (const FieldMap::Rule& rule : FieldMap::usual().rules()) {
        if (rule.target != "headline" && rule.target != "body") continue;
        for (const FieldMap::Choice& choice : rule.choices)
            for (const FieldMap::Term& term : choice)
                if (same_name(key, term.path.steps.front().name, true)) return true;
    }
    return false;
}

// Walks the text depth first, with its own stack of calls bounded by `deepest`.
class RecordSearch {
public:
    explicit RecordSearch(std::string_view head) : rest_(head) {}

    std::optional<std::vector<std::string>> run() {
        if (value(0)) return keys_;
        return std::nullopt;
    }

private:
    static constexpr int deepest = 6;

    bool take(char c) {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(blanks), rest_.size()));
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void skip_value() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(blanks), rest_.size()));
        rest_.remove_prefix(std::min(JsonValueEnd().find(rest_), rest_.size()));
    }

    std::optional<std::string> key() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(blanks), rest_.size()));
        const std::size_t size = JsonValueEnd().find(rest_);
        if (size == rest_.npos || size < 2 || rest_.front() != '"') return std::nullopt;
        std::string name(rest_.substr(1, size - 2));
        rest_.remove_prefix(size);
        if (!take(':')) return std::nullopt;
        rest_.remove_prefix(std::min(rest_.find_first_not_of(blanks), rest_.size()));
        return name;
    }

    // True when the record is found; keys_ leads to it then.
    bool value(int depth) {
        if (depth < deepest && take('{')) return object(depth);
        if (depth < deepest && take('[')) return list(depth);
        skip_value();
        return false;
    }

    // The first of them stands for all.
    bool list(int depth) {
        if (value(depth + 1)) return true;
        while (take(',')) skip_value();
        take(']');
        return false;
    }

    bool object(int depth) {
        while (!take('}')) {
            const auto name = key();
            if (!name || rest_.empty()) return false;
            const bool text = rest_.front() == '"' || is_rendered();
            if (text && is_text_key(*name)) return true;
            keys_.push_back(*name);
            if (value(depth + 1)) return true;
            keys_.pop_back();
            take(',');
        }
        return false;
    }

    // {"rendered": "..."}, as WordPress has it, or {"main": "..."} of the New York Times
    bool is_rendered() const {
        const std::string_view start = rest_.substr(0, 40);
        return start.starts_with('{') &&
               (start.find("\"rendered\"") != start.npos || start.find("\"main\"") != start.npos);
    }

    std::string_view rest_;
    std::vector<std::string> keys_;
};

}  // namespace

bool looks_like_json(std::string_view head) {
    const std::size_t first = head.find_first_not_of(blanks);
    if (first == head.npos) return false;
    const std::size_t second = head.find_first_not_of(blanks, first + 1);
    if (second == head.npos) return false;
    if (head[first] == '{') return head[second] == '"';
    return head[first] == '[' && (head[second] == '{' || head[second] == '[');
}

bool is_json_lines(std::string_view head, std::string_view path) {
    const std::size_t first = head.find_first_not_of(blanks);
    if (first == head.npos || head[first] != '{') return false;
    const std::size_t end = JsonValueEnd().find(head.substr(first));
    if (end == head.npos) return path.ends_with(".jsonl") || path.ends_with(".ndjson");
    const std::string_view value = head.substr(first, end), rest = head.substr(first + end);
    const std::size_t next = rest.find_first_not_of(" \t\r");
    return value.find('\n') == value.npos && next != rest.npos && rest[next] == '\n';
}

std::vector<std::string> find_records(std::string_view head) {
    return RecordSearch(head).run().value_or(std::vector<std::string>());
}

bool holds_usual_record(std::string_view head) {
    return RecordSearch(head).run().has_value();
}

}  // namespace morgue::formats

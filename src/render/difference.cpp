#include "render/difference.hpp"

#include <algorithm>
#include <array>

namespace morgue::render {

namespace {

using Kind = SentenceChange::Kind;

void add_removed(std::string& to, const Style& style, std::string_view text, Ranges words = {}) {
    paint_lines(to, style, Ink::removed, "- ", text, words, Ink::removed_words);
}
void add_added(std::string& to, const Style& style, std::string_view text, Ranges words = {}) {
    paint_lines(to, style, Ink::added, "+ ", text, words, Ink::added_words);
}

void add_change(std::string& to, const SentenceChange& change, const Style& style) {
    switch (change.kind) {
        case Kind::kept:
            return paint_lines(to, style, Ink::faint, "  ", change.after);
        case Kind::removed:
            return add_removed(to, style, change.before);
        case Kind::added:
            return add_added(to, style, change.after);
        case Kind::reworded:
            add_removed(to, style, change.before, change.before_changed);
            add_added(to, style, change.after, change.after_changed);
    }
}

std::string sentences(std::size_t count) {
    return grouped(count) + (count == 1 ? " sentence" : " sentences");
}

// Kept sentences that have a change beside them, and those to be counted.
bool is_context(const std::vector<SentenceChange>& body, std::size_t i) {
    return (i > 0 && body[i - 1].kind != Kind::kept) ||
           (i + 1 < body.size() && body[i + 1].kind != Kind::kept);
}

void add_body(std::string& to, const std::vector<SentenceChange>& body, const Style& style) {
    std::size_t same = 0;
    const auto tell_same = [&] {
        if (same) paint_lines(to, style, Ink::faint, "  ", "… " + sentences(same) + " unchanged");
        same = 0;
    };
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i].kind == Kind::kept && !is_context(body, i)) {
            ++same;
            continue;
        }
        tell_same();
        add_change(to, body[i], style);
    }
    tell_same();
}

std::string_view name(Kind kind) {
    constexpr std::array<std::string_view, 4> names{"kept", "removed", "added", "reworded"};
    return names[std::size_t(kind)];
}

}  // namespace

void text_difference(std::string& to, const Difference& difference, const Style& style) {
    for (const FieldChange& change : difference.fields) {
        if (!change.before.empty()) add_removed(to, style, change.field + ": " + change.before);
        if (!change.after.empty()) add_added(to, style, change.field + ": " + change.after);
    }
    add_body(to, difference.body, style);
}

std::string summary(const Difference& difference) {
    std::string out;
    for (const Kind kind : {Kind::added, Kind::removed, Kind::reworded}) {
        const std::size_t count = difference.count(kind);
        if (count == 0) continue;
        out += out.empty() ? sentences(count) : ", " + grouped(count);
        out.append(1, ' ').append(name(kind));
    }
    std::string fields;
    for (const FieldChange& change : difference.fields)
        fields.append(fields.empty() ? "" : ", ").append(change.field);
    if (!fields.empty()) out.append(out.empty() ? "" : "; ").append(fields);
    return out.empty() ? "nothing changed" : out;
}

void write_difference(JsonWriter& json, const Difference& difference) {
    json.key("changes").open('{').key("fields").open('[');
    for (const FieldChange& change : difference.fields) {
        json.open('{').key("field").text(change.field).key("before").known(change.before);
        json.key("after").known(change.after).close('}');
    }
    json.close(']').key("kept").number(std::uint64_t(difference.count(Kind::kept)));
    json.key("sentences").open('[');
    for (const SentenceChange& change : difference.body) {
        if (change.kind == Kind::kept) continue;
        json.open('{').key("change").text(name(change.kind)).key("before").known(change.before);
        json.key("after").known(change.after).close('}');
    }
    json.close(']').close('}');
}

}  // namespace morgue::render

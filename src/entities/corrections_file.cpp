#include "entities/corrections_file.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>

#include "text/utf8.hpp"
#include "text/words.hpp"

namespace morgue::entities {

namespace {

using Action = Correction::Action;
using Kind = Entity::Kind;

enum class Right { name, names, yes, kind };  // of the equals sign

struct ActionRow {
    std::string_view name;
    Right right;
    std::string_view example;
};
// clang-format off
constexpr std::array<ActionRow, 6> actions{{  // in the order of Action
    {"alias", Right::names, "\"Fed\" = \"Federal Reserve\""},
    {"merge", Right::name,  "\"Nicolas Maduro Moros\" = \"Nicolás Maduro\""},
    {"split", Right::names, "\"Bush\" = [\"George Bush\", \"Jeb Bush\"]"},
    {"kill",  Right::yes,   "\"Read More\" = true"},
    {"pin",   Right::yes,   "\"Nicolás Maduro\" = true"},
    {"type",  Right::kind,  "\"Chevron\" = \"organisation\""},
}};
// clang-format on

const ActionRow& row(Action action) {
    return actions[std::size_t(action)];
}

struct Section {
    Action action = Action::merge;
    Kind kind = Kind::person;
    bool operator==(const Section&) const = default;
};
Section section_of(const Correction& correction) {
    return {correction.action, correction.kind};
}

std::string header(const Section& section) {
    return '[' + std::string(action_name(section.action)) + '.' +
           std::string(kind_name(section.kind)) + ']';
}

struct Line {
    enum class Is : std::uint8_t { blank, header, pair, bad };

    Is is = Is::blank;
    std::string_view text;           // without its end
    std::size_t begin = 0, end = 0;  // bytes of the file, its end included
    std::optional<Section> section;  // that it begins, or stands in
    std::string name;
    std::vector<std::string> values;
    std::size_t value_begin = 0, value_end = 0;  // bytes of the text
    std::string wrong, hint;
};

class LineReader {
public:
    explicit LineReader(std::string_view file) : file_(file) {}

    std::optional<Line> next() {
        if (at_ >= file_.size()) return std::nullopt;
        Line line;
        line.begin = at_;
        const std::size_t feed = std::min(file_.find('\n', at_), file_.size());
        line.end = at_ = std::min(feed + 1, file_.size());
        line.text = file_.substr(line.begin, feed - line.begin);
        if (line.text.ends_with('\r')) line.text.remove_suffix(1);
        read(line);
        return line;
    }

private:
    void read(Line& line) {
        line.section = section_;
        const std::size_t first = line.text.find_first_not_of(" \t");
        const bool heads = first != line.text.npos && line.text[first] == '[';
        if (!heads && under_bad_head_) return;
        try {
            const toml::table table = toml::parse(line.text);
            if (table.empty()) return;
            if (heads)
                read_header(table, line);
            else
                read_pair(table, line);
        } catch (const toml::parse_error& error) {
            const std::string_view said = error.description();
            const std::size_t what = said.find(": ");  // behind "Error while parsing ...
            fault(line, std::string(said.substr(what == said.npos ? 0 : what + 2)),
                  section_ ? "e.g. " + std::string(row(section_->action).example) : "");
        }
        if (!heads) return;
        under_bad_head_ = line.is == Line::Is::bad;
        if (under_bad_head_) line.wrong += "; what stands below it is left out";
        section_ = under_bad_head_ ? std::nullopt : line.section;
    }

    static void fault(Line& line, std::string wrong, std::string hint = {}) {
        line.is = Line::Is::bad;
        line.wrong = std::move(wrong);
        line.hint = std::move(hint);
    }

    static void read_header(const toml::table& table, Line& line) {
        const auto action = find_action(table.begin()->first.str());
        const toml::table* kinds = table.begin()->second.as_table();
        const auto kind =
            kinds && kinds->size() == 1 ? find_kind(kinds->begin()->first.str()) : std::nullopt;
        if (!action || !kind)
            return fault(line, "there is no section " + std::string(line.text),
                         "sections are alias, merge, split, kill, pin and type, each .person, "
                         ".organisation or .place, e.g. [merge.person]");
        line.is = Line::Is::header;
        line.section = Section{*action, *kind};
    }

    void read_pair(const toml::table& table, Line& line) {
        if (!section_)
            return fault(line, "it stands under no section that is known",
                         "write e.g. [merge.person] above it");
        const toml::node& value = table.begin()->second;
        line.name = table.begin()->first.str();
        if (value.is_table()) return fault(line, "a name with dots must stand in quotation marks");
        read_values(value, line);
        const std::string example(row(section_->action).example);
        if (line.values.empty()) return fault(line, "this is no such line", "e.g. " + example);
        if (text::name_key(line.name).empty()) return fault(line, "the name has no letters");
        line.is = Line::Is::pair;
        line.value_begin = text::byte_offset(line.text, value.source().begin.column - 1);
        line.value_end = text::byte_offset(line.text, value.source().end.column - 1);
    }

    // None where it is not of the right sort.
    void read_values(const toml::node& value, Line& line) const {
        const Right right = row(section_->action).right;
        if (right == Right::yes) {
            if (value.value_exact<bool>() == true) line.values.emplace_back();
            return;
        }
        const auto add = [&](const toml::node& each) {
            const auto text = each.value_exact<std::string>();
            const bool good = text && (right == Right::kind ? find_kind(*text).has_value()
                                                            : !text::name_key(*text).empty());
            if (good) line.values.push_back(*text);
            return good;
        };
        if (const toml::array* list = value.as_array(); list && right == Right::names) {
            if (!std::all_of(list->begin(), list->end(), add)) line.values.clear();
        } else {
            add(value);
        }
    }

    std::string_view file_;
    std::size_t at_ = 0;
    std::optional<Section> section_;
    bool under_bad_head_ = false;
};

std::string toml_string(std::string_view name) {
    std::string out = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            out += ' ';  // names are of one line
        else
            out += c;
    }
    return out += '"';
}

std::string right_side(Action action, const std::vector<std::string>& values) {
    if (row(action).right == Right::yes) return "true";
    if (values.size() == 1) return toml_string(values.front());
    std::string out = "[";
    for (const std::string& value : values)
        out += (out.size() > 1 ? ", " : "") + toml_string(value);
    return out += ']';
}

bool says(const Line& line, const Correction& correction) {
    return line.is == Line::Is::pair && line.section == section_of(correction) &&
           text::name_key(line.name) == text::name_key(correction.name);
}

std::string spliced(std::string_view file, std::size_t begin, std::size_t end,
                    std::string_view with) {
    return std::string(file.substr(0, begin)).append(with).append(file.substr(end));
}

std::string with_values(std::string_view file, const Line& line,
                        const std::vector<std::string>& values) {
    return spliced(file, line.begin + line.value_begin, line.begin + line.value_end,
                   right_side(line.section->action, values));
}

// Takes a line out, and its section's head if nothing else stands there.
std::string without_line(std::string_view file, const Line& line) {
    std::size_t begin = line.begin;
    const std::string head = header(*line.section) + '\n';
    const std::string_view after = file.substr(line.end);
    const bool last = after.empty() || after.starts_with('\n') || after.starts_with('[');
    if (last && file.substr(0, begin).ends_with('\n' + head)) begin -= head.size() + 1;
    if (last && file.substr(0, begin) == head) begin = 0;
    if (begin > 0 && begin < line.begin && file[begin - 1] != '\n') ++begin;
    return spliced(file, begin, line.end, "");
}

}  // namespace

Problem correction_problem(std::size_t line, std::string_view what, std::string hint) {
    return {.code = "correction",
            .field = "",
            .message = "line " + std::to_string(line) + ": " + std::string(what),
            .hint = std::move(hint)};
}

CorrectionLines read_corrections(std::string_view file) {
    if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
    CorrectionLines out;
    LineReader lines(file);
    std::size_t number = 0;
    while (const auto line = lines.next()) {
        ++number;
        if (line->is == Line::Is::bad)
            out.problems.push_back(correction_problem(number, line->wrong, line->hint));
        if (line->is != Line::Is::pair) continue;
        for (const std::string& value : line->values)
            out.corrections.push_back(
                {line->section->action, line->section->kind, line->name, value, number});
    }
    return out;
}

std::string with_correction(std::string_view file, const Correction& correction) {
    const Section section = section_of(correction);
    const std::string text = toml_string(correction.name) + " = " +
                             right_side(correction.action, {correction.value}) + '\n';
    std::size_t section_end = file.npos;
    LineReader lines(file);
    while (const auto line = lines.next()) {
        if (says(*line, correction)) {
            std::vector<std::string> values = line->values;
            if (std::find(values.begin(), values.end(), correction.value) != values.end())
                return std::string(file);
            if (row(correction.action).right != Right::names) values.clear();
            values.push_back(correction.value);
            return with_values(file, *line, values);
        }
        if (line->section == section && line->text.find_first_not_of(" \t") != line->text.npos)
            section_end = line->end;
    }
    const bool fresh = section_end == file.npos;
    std::string out(file.substr(0, std::min(section_end, file.size())));
    if (!out.empty() && !out.ends_with('\n')) out += '\n';
    if (fresh) out.append(out.empty() ? "" : "\n").append(header(section) + '\n');
    out += text;
    return fresh ? out : out.append(file.substr(section_end));
}

std::string without_correction(std::string_view file, const Correction& correction) {
    LineReader lines(file);
    while (const auto line = lines.next()) {
        if (!says(*line, correction)) continue;
        std::vector<std::string> values = line->values;
        if (std::erase(values, correction.value) == 0) continue;
        return values.empty() ? without_line(file, *line) : with_values(file, *line, values);
    }
    return std::string(file);
}

}  // namespace morgue::entities

namespace morgue {

using entities::actions;

std::string_view action_name(Correction::Action action) {
    return entities::row(action).name;
}

std::optional<Correction::Action> find_action(std::string_view name) {
    for (std::size_t i = 0; i < actions.size(); ++i)
        if (actions[i].name == name) return Correction::Action(i);
    return std::nullopt;
}

std::string print(const Correction& correction) {
    return entities::header(entities::section_of(correction)) + ' ' +
           entities::toml_string(correction.name) + " = " +
           entities::right_side(correction.action, {correction.value});
}

}  // namespace morgue

// ANPA 1312, the wire of American agencies: a header of two lines, and a text whose headings stand
// between ^ and < or =.
#include <algorithm>
#include <array>

#include "formats/all.hpp"
#include "formats/wire_frames.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "f l  BC-Ferry Strike     11-13 1049": between the typesetting and the date; the cycle (BC, AM,
// PM) is left out.
std::string keyword(std::string_view line) {
    std::string text = text::one_line(line);
    const std::size_t begin = std::min(text.find(' ', 2), text.size());
    text.erase(0, begin);
    for (std::size_t at = text.find('-'); at != text.npos; at = text.find('-', at + 1)) {
        const bool date = at >= 3 && at + 2 < text.size() && text[at - 3] == ' ' &&
                          is_digit(text[at - 2]) && is_digit(text[at - 1]) &&
                          is_digit(text[at + 1]) && is_digit(text[at + 2]);
        if (date) text.erase(at - 3);
    }
    text = text::one_line(text);
    constexpr std::array<std::string_view, 4> cycles{"BC-", "AM-", "PM-", "AP-"};
    for (const std::string_view cycle : cycles)
        if (text.starts_with(cycle)) return text.substr(cycle.size());
    return text;
}

void read_header(std::string_view header, Article& article) {
    const std::vector<std::string> lines = wire_lines(header);
    if (lines.size() > 1) article.slugline = keyword(lines[1]);
}

// The heading in a line of ANPA ("^A ferry runs aground<"), whose marks it loses.
bool take_marks(std::string& line) {
    const bool heading = line.starts_with('^');
    if (heading) line.erase(0, 1);
    while (line.ends_with('<') || line.ends_with('=')) line.pop_back();
    line.erase(line.find_last_not_of(' ') + 1);
    return heading;
}

// What only the desk reads: lists of pictures, remarks.
bool is_remark(std::string_view line) {
    constexpr std::array<std::string_view, 6> begins{"AP Photo", "Eds:",  "Eds.",
                                                     "Editors:", "With:", "AP Graphic"};
    return std::ranges::any_of(begins,
                               [&](std::string_view each) { return line.starts_with(each); });
}

struct Headings {
    std::size_t count = 0;
    bool after_byline = false;

    // False where the line is the story's.
    bool take(const std::string& line, Article& article);
};

bool Headings::take(const std::string& line, Article& article) {
    constexpr std::size_t shortest_summary = 40;
    if (line.empty() || ++count == 1) return true;  // the keyword, said again
    if (is_wire_byline(line)) {
        article.byline = line;
        after_byline = true;
    } else if (after_byline) {
        if (!article.source.empty()) return false;
        article.source = line;
    } else if (is_remark(line)) {
        return true;
    } else if (article.headline.empty()) {
        article.headline = line;
    } else if (article.summary.empty() && line.size() >= shortest_summary) {
        article.summary = line;
    } else {
        return false;
    }
    return true;
}

// A paragraph begins with a tab.
void add_line(const std::string& line, std::string& story) {
    if (line.starts_with('\t')) story += '\n';
    story.append(line, std::min(line.find_first_not_of(" \t"), line.size()));
    story += '\n';
}

std::string read_text(std::string_view text, Article& article) {
    std::string story;
    Headings headings;
    bool heading = true;
    for (std::string& line : wire_lines(text)) {
        const bool marked = take_marks(line);
        heading = heading && (marked || line.empty());
        if (heading && headings.take(line, article)) continue;
        add_line(line, story);
    }
    return story;
}

class AnpaReader final : public Reader {
public:
    explicit AnpaReader(std::unique_ptr<core::ByteSource> source) : frames_(std::move(source)) {}

    std::optional<core::Draft> next() override;

private:
    WireFrames frames_;
};

std::optional<core::Draft> AnpaReader::next() {
    const auto message = frames_.next();
    if (!message) return std::nullopt;
    core::Draft draft;
    read_header(message->header, draft.article);
    draft.story = read_text(message->text, draft.article);
    draft.published.push_back(wire_date(message->trailer));
    if (draft.article.source.empty() && text::one_line(message->trailer).starts_with("AP-"))
        draft.article.source = "AP";
    note_unclosed(*message, draft.article);
    return draft;
}

int matches(std::string_view head, std::string_view) {
    if (!is_framed_wire(head)) return 0;
    return head.starts_with("\x16\x16\x01") ? 95 : 0;
}

std::unique_ptr<Reader> open_anpa(std::unique_ptr<core::ByteSource> source) {
    return std::make_unique<AnpaReader>(std::move(source));
}

}  // namespace

const Format anpa_format{"anpa", "ANPA 1312, of American wires", matches, open_anpa};

}  // namespace morgue::formats

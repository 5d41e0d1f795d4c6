// IPTC 7901, the text transmission format of teleprinter wires: a header line, a keyword line, and
// a text that begins with its headline, closed by an equals sign.
#include <algorithm>
#include <array>

#include "formats/all.hpp"
#include "formats/wire_frames.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

// "eca0003 3 i 380  dpa 0045": the agency before the last number; empty if there is none.
std::string agency(const std::string& line) {
    const std::size_t last = line.find_last_of(' ');
    if (last == line.npos || last == 0) return {};
    const std::string_view number = std::string_view(line).substr(last + 1);
    if (number.find_first_not_of("0123456789") != number.npos) return {};
    const std::size_t end = line.find_last_not_of(' ', last) + 1;
    const std::size_t begin = line.find_last_of(' ', end - 1) + 1;
    std::string name = line.substr(begin, end - begin);
    const bool letters = std::ranges::all_of(
        name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; });
    return letters && name.size() > 1 ? name : std::string();
}

void read_header(std::string_view header, Article& article) {
    bool first = true;
    for (const std::string& each : wire_lines(header)) {
        const std::string line = text::one_line(each);
        if (line.empty()) continue;
        if (first) {
            article.source = agency(line);
        } else if (article.slugline.empty()) {
            article.slugline = line.substr(0, line.find_last_not_of("/ =") + 1);
        }
        first = false;
    }
}

bool has_lower(const std::string& line) {
    return text::upper(line) != line;
}

// A remark to editors at the top of a heading: "(Achtung)", or, where the headline is not in
// capitals itself, "REFILE", "1ST LEAD".
bool begins_with_remark(const std::vector<std::string>& heading) {
    constexpr std::size_t longest_remark = 30;
    const std::string& line = heading.front();
    if (line.starts_with('(') && line.ends_with(')')) return true;
    return line.size() < longest_remark && !has_lower(line) &&
           std::any_of(heading.begin() + 1, heading.end(), [](const std::string& later) {
               return has_lower(later) && !is_wire_byline(later);
           });
}

// How many lines make the heading: up to the one that ends with an equals sign, else the first
// that is not blank.
std::size_t heading_size(const std::vector<std::string>& lines) {
    constexpr std::size_t longest_heading = 12;
    for (std::size_t i = 0; i < std::min(lines.size(), longest_heading); ++i)
        if (lines[i].ends_with('=')) return i + 1;
    std::size_t first = 0;
    while (first < lines.size() && lines[first].empty()) ++first;
    return std::min(first + 1, lines.size());
}

std::vector<std::string> heading_of(const std::vector<std::string>& lines, std::size_t size) {
    std::vector<std::string> heading;
    for (std::size_t i = 0; i < size; ++i) {
        std::string line = text::one_line(lines[i]);
        if (line.ends_with('=')) line = text::one_line(line.substr(0, line.size() - 1));
        if (!line.empty()) heading.push_back(std::move(line));
    }
    return heading;
}

void read_heading(std::vector<std::string> heading, Article& article) {
    while (heading.size() > 1 && begins_with_remark(heading)) heading.erase(heading.begin());
    for (std::string& line : heading) {
        if (article.headline.empty())
            article.headline = std::move(line);
        else if (is_wire_byline(line))
            article.byline = std::move(line);
        else if (article.subheadline.empty())
            article.subheadline = std::move(line);
    }
}

// The desk's notes, which are not for publication, begin with a heading of their own.
bool begins_notes(const std::string& line) {
    const std::string large = text::upper(line.substr(0, 60));
    return large.starts_with("# ") &&
           (large.find("NOTEBOOK") != large.npos || large.find("NOTIZBLOCK") != large.npos);
}

class Iptc7901Reader final : public Reader {
public:
    explicit Iptc7901Reader(std::unique_ptr<core::ByteSource> source)
        : frames_(std::move(source)) {}

    std::optional<core::Draft> next() override;

private:
    WireFrames frames_;
};

std::optional<core::Draft> Iptc7901Reader::next() {
    const auto message = frames_.next();
    if (!message) return std::nullopt;
    core::Draft draft;
    read_header(message->header, draft.article);
    const std::vector<std::string> lines = wire_lines(message->text);
    const std::size_t heading = heading_size(lines);
    read_heading(heading_of(lines, heading), draft.article);
    for (std::size_t i = heading; i < lines.size() && !begins_notes(lines[i]); ++i)
        draft.story += lines[i] + '\n';
    draft.published.push_back(wire_date(message->trailer));
    note_unclosed(*message, draft.article);
    return draft;
}

int matches(std::string_view head, std::string_view) {
    return is_framed_wire(head) ? 90 : 0;
}

std::unique_ptr<Reader> open_iptc7901(std::unique_ptr<core::ByteSource> source) {
    return std::make_unique<Iptc7901Reader>(std::move(source));
}

}  // namespace

const Format iptc7901_format{"iptc7901", "IPTC 7901, of teleprinter wires", matches, open_iptc7901};

}  // namespace morgue::formats

#include "render/story.hpp"

#include <algorithm>
#include <set>

#include "render/dates.hpp"
#include "render/json_writer.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

constexpr std::size_t widest_source = 24;  // columns

std::string when(const StoryCopy& copy) {
    return copy.published ? readable(*copy.published) : "(no date)";
}

const std::string& who(const StoryCopy& copy) {
    return copy.source.empty() ? copy.path : copy.source;
}

std::string day(const Date& date) {
    return date.iso().substr(0, std::min<std::size_t>(10, date.iso().size()));
}

std::string days(const Story& story) {
    std::vector<std::string> all;
    for (const StoryCopy& copy : story.copies)
        if (copy.published) all.push_back(day(*copy.published));
    if (all.empty()) return "";
    const auto [first, last] = std::minmax_element(all.begin(), all.end());
    return *first == *last ? *first : *first + " to " + *last;
}

std::string counted(std::size_t count, const char* one, const char* more) {
    return grouped(count) + ' ' + (count == 1 ? one : more);
}

}  // namespace

std::string about(const Story& story) {
    std::set<std::string> sources;
    for (const StoryCopy& copy : story.copies)
        if (!copy.source.empty()) sources.insert(copy.source);
    std::string line = counted(story.copies.size(), "article", "articles");
    if (!sources.empty()) line += " · " + counted(sources.size(), "source", "sources");
    if (const std::string span = days(story); !span.empty()) line += " · " + span;
    return line;
}

void text_story(std::string& to, const Story& story, const Style& style) {
    const StoryCopy& first = story.copies.front();
    paint_lines(to, style, first.headline.empty() ? Ink::faint : Ink::headline, "",
                first.headline.empty() ? "(no headline)" : first.headline);
    std::string line = about(story);
    if (story.number) line += " · story " + std::to_string(story.number);
    paint_lines(to, style, Ink::faint, "  ", line);
    std::size_t wide_when = 0, wide_who = 0, wide_id = 0;
    for (const StoryCopy& copy : story.copies) {
        wide_when = std::max(wide_when, columns(when(copy)));
        wide_who = std::max(wide_who, std::min(columns(who(copy)), widest_source));
        wide_id = std::max(wide_id, std::to_string(copy.id).size());
    }
    for (const StoryCopy& copy : story.copies) {
        std::string row = "  ";
        append_cell(row, when(copy), wide_when);
        append_cell(row += "  ", who(copy), wide_who);
        append_number(row += "  id ", std::to_string(copy.id), wide_id);
        paint(to, style, Ink::plain, row);
        const std::size_t used = columns(row) + 2;
        const bool same = &copy != &first && copy.exact;
        const std::string rest = same ? "the same words" : copy.headline;
        to += "  ";
        paint(to, style, same ? Ink::faint : Ink::plain,
              style.width > used ? cut(rest, style.width - used) : rest);
        to += '\n';
    }
    to += '\n';
}

void text_stories_shown(std::string& to, std::uint64_t shown, std::uint64_t count,
                        const Style& style) {
    const std::string all = counted(count, "story", "stories") + " with copies";
    paint(to, style, Ink::faint,
          shown < count ? "the first " + grouped(shown) + " of " + all : all);
    to += '\n';
}

void jsonl_story(std::string& to, const Story& story) {
    JsonWriter json(to);
    json.open('{').key("story").number(std::uint64_t(story.number)).key("articles").open('[');
    for (const StoryCopy& copy : story.copies) json.number(std::uint64_t(copy.id));
    json.close(']').key("guids").open('[');
    for (const StoryCopy& copy : story.copies) json.known(copy.guid);
    json.close(']').close('}');
    to += '\n';
}

}  // namespace morgue::render

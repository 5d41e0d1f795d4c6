#include "render/story.hpp"

#include <algorithm>
#include <set>

#include "render/dates.hpp"
#include "render/difference.hpp"
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

void add_heading(std::string& to, const Story& story, const Style& style) {
    const StoryCopy& first = story.copies.front();
    paint_lines(to, style, first.headline.empty() ? Ink::faint : Ink::headline, "",
                first.headline.empty() ? "(no headline)" : first.headline);
    std::string line = about(story);
    if (story.number) line += " · story " + std::to_string(story.number);
    paint_lines(to, style, Ink::faint, "  ", line);
}

// A line for a copy: when, who, id, headline, in columns as wide as the story needs.
class CopyLines {
public:
    CopyLines(const Story& story, const Style& style)
        : first_(story.copies.front()), style_(style) {
        for (const StoryCopy& copy : story.copies) {
            when_ = std::max(when_, columns(when(copy)));
            who_ = std::max(who_, std::min(columns(who(copy)), widest_source));
            id_ = std::max(id_, std::to_string(copy.id).size());
        }
    }

    void add(std::string& to, const StoryCopy& copy) const {
        std::string row = "  ";
        append_cell(row, when(copy), when_);
        append_cell(row += "  ", who(copy), who_);
        append_number(row += "  id ", std::to_string(copy.id), id_);
        paint(to, style_, Ink::plain, row += "  ");
        const std::size_t used = columns(row);
        const std::string rest = headline(copy);
        to += style_.width > used ? cut(rest, style_.width - used) : visible(rest);
        to += '\n';
    }

private:
    std::string headline(const StoryCopy& copy) const {
        if (&copy == &first_ || !copy.exact) return copy.headline;
        if (copy.headline == first_.headline) return "(the same)";
        return copy.headline + " (the same text)";
    }

    const StoryCopy& first_;
    const Style& style_;
    std::size_t when_ = 0, who_ = 0, id_ = 0;
};

// Of an undated copy nobody can say anything.
std::string possibly_earlier(const Story& story) {
    const auto& first = story.copies.front().published;
    std::string out;
    for (const StoryCopy& copy : story.copies)
        if (&copy != &story.copies.front() && first && copy.published &&
            copy.published->first() <= first->last())
            out.append(out.empty() ? "id " : ", id ").append(std::to_string(copy.id));
    return out;
}

void write_copy(JsonWriter& json, const StoryCopy& copy) {
    json.key("id").number(std::uint64_t(copy.id)).key("guid").known(copy.guid);
    json.key("headline").known(copy.headline).key("byline").known(copy.byline);
    json.key("source").known(copy.source).key("path").known(copy.path);
    json.key("published").known(copy.published ? copy.published->iso() : std::string());
    json.key("words").number(std::uint64_t(copy.words)).key("exact").boolean(copy.exact);
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
    add_heading(to, story, style);
    const CopyLines lines(story, style);
    for (const StoryCopy& copy : story.copies) lines.add(to, copy);
    to += '\n';
}

void text_copies(std::string& to, const StoryView& view, const Style& style) {
    const Story& story = view.story;
    add_heading(to, story, style);
    const CopyLines lines(story, style);
    for (std::size_t i = 0; i < (view.only_first ? 1 : story.copies.size()); ++i) {
        lines.add(to, story.copies[i]);
        if (i == 0 || view.differences.empty()) continue;
        to += '\n';
        text_difference(to, view.differences[i], style);
        to += '\n';
    }
    if (story.first_is_certain()) return;
    const std::string rivals = possibly_earlier(story);
    if (!rivals.empty())
        paint_lines(to, style, Ink::faint, "  ",
                    "by their dates these may have been earlier: " + rivals);
}

void text_stories_shown(std::string& to, std::uint64_t shown, std::uint64_t count,
                        const Style& style) {
    const std::string all = counted(count, "story", "stories") + " with copies";
    paint(to, style, Ink::faint,
          shown > 0 && shown < count ? "the first " + grouped(shown) + " of " + all : all);
    to += '\n';
}

void json_copies(std::string& to, const StoryView& view) {
    JsonWriter json(to, JsonWriter::Layout::indented);
    json.open('{').key("v").number(std::uint64_t(1)).key("story");
    if (view.story.number)
        json.number(std::uint64_t(view.story.number));
    else
        json.null();
    json.key("first_is_certain").boolean(view.story.first_is_certain()).key("copies").open('[');
    for (std::size_t i = 0; i < (view.only_first ? 1 : view.story.copies.size()); ++i) {
        write_copy(json.open('{'), view.story.copies[i]);
        if (!view.differences.empty()) write_difference(json, view.differences[i]);
        json.close('}');
    }
    json.close(']').close('}');
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

// Entities, suggestions and corrections as text and JSON.
#include "render/entities.hpp"

#include <algorithm>

#include "render/json_writer.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

constexpr std::size_t label_width = 11, widest_name = 40;

void add_row(std::string& to, const Style& style, std::string_view label, const std::string& text) {
    if (text.empty()) return;
    std::string cell;
    append_cell(cell, label, label_width);
    paint(to += "  ", style, Ink::label, cell);
    to += visible(text) + '\n';
}

// "Nicolás Maduro 38 · Nicolas Maduro 3"
template <class List, class Name>
std::string counted(const List& list, std::size_t most, Name name) {
    std::string out;
    for (std::size_t i = 0; i < std::min(most, list.size()); ++i) {
        const auto& [text, count] = name(list[i]);
        out.append(out.empty() ? "" : " · ").append(text).append(" ").append(grouped(count));
    }
    if (list.size() > most) out += " · …";
    return out;
}

std::string period(const EntityProfile& profile) {
    if (!profile.first || !profile.last) return {};
    const auto day = [](const Date& date) { return date.iso().substr(0, 10); };
    const std::string first = day(*profile.first), last = day(*profile.last);
    return first == last ? first : first + " to " + last;
}

void write_count(JsonWriter& json, const EntityCount& count) {
    json.open('{').key("type").text(kind_name(count.kind)).key("name").text(count.name);
    json.key("articles").number(std::uint64_t(count.articles)).close('}');
}

}  // namespace

void text_profiles(std::string& to, const std::vector<EntityProfile>& profiles,
                   const Style& style) {
    constexpr std::size_t most_spellings = 12;
    for (const EntityProfile& profile : profiles) {
        if (&profile != &profiles.front()) to += '\n';
        paint(to, style, Ink::headline, profile.entity.name);
        paint(to, style, Ink::faint, "  " + std::string(kind_name(profile.entity.kind)));
        to += '\n';
        add_row(to, style, "named in",
                articles_text(profile.entity.articles) + ", prominent in " +
                    grouped(profile.prominent));
        add_row(to, style, "from", period(profile));
        add_row(to, style, "spelt",
                counted(profile.spellings, most_spellings,
                        [](const auto& each) { return std::pair(each.value, each.count); }));
        add_row(to, style, "with", counted(profile.with, profile.with.size(), [](const auto& each) {
                    return std::pair(each.name, each.articles);
                }));
    }
}

void json_profiles(std::string& to, const std::vector<EntityProfile>& profiles) {
    for (const EntityProfile& profile : profiles) {
        JsonWriter json(to);
        json.open('{').key("type").text(kind_name(profile.entity.kind));
        json.key("name").text(profile.entity.name);
        json.key("articles").number(std::uint64_t(profile.entity.articles));
        json.key("prominent").number(std::uint64_t(profile.prominent));
        json.key("first").known(profile.first ? profile.first->iso() : "");
        json.key("last").known(profile.last ? profile.last->iso() : "");
        json.key("spellings").open('[');
        for (const auto& [name, articles] : profile.spellings)
            json.open('{').key("name").text(name).key("articles").number(articles).close('}');
        json.close(']').key("with").open('[');
        for (const EntityCount& each : profile.with) write_count(json, each);
        json.close(']').close('}');
        to += '\n';
    }
}

void text_suggestions(std::string& to, const std::vector<EntitySuggestion>& suggestions,
                      const Style& style) {
    std::size_t wide = 0, widest_count = 0;
    for (const auto& [reason, from, into] : suggestions) {
        wide = std::max(wide, std::min(columns(from.name), widest_name));
        widest_count = std::max(widest_count, grouped(from.articles).size());
    }
    for (const auto& [reason, from, into] : suggestions) {
        std::string cell;
        append_cell(cell, reason_name(reason), 16);
        paint(to, style, Ink::label, cell);
        append_cell(cell = {}, kind_name(from.kind), 14);
        paint(to, style, Ink::faint, cell);
        append_cell(to, from.name, wide);
        append_number(to += "  ", grouped(from.articles), widest_count);
        to += "  → " + visible(into.name) + "  " + grouped(into.articles) + '\n';
    }
}

void json_suggestions(std::string& to, const std::vector<EntitySuggestion>& suggestions) {
    for (const auto& [reason, from, into] : suggestions) {
        JsonWriter json(to);
        json.open('{').key("reason").text(reason_name(reason));
        json.key("action").text(action_name(reason == EntitySuggestion::Reason::surname
                                                ? Correction::Action::alias
                                                : Correction::Action::merge));
        write_count(json.key("from"), from);
        write_count(json.key("into"), into);
        json.close('}');
        to += '\n';
    }
}

void text_corrections(std::string& to, const std::vector<Correction>& corrections,
                      const Style& style) {
    for (const Correction& each : corrections) {
        append_number(to, std::to_string(each.line), 4);
        std::string cell;
        append_cell(cell, action_name(each.action), 7);
        paint(to += "  ", style, Ink::label, cell);
        append_cell(cell = {}, kind_name(each.kind), 14);
        paint(to, style, Ink::faint, cell);
        to += visible(each.name);
        if (!each.value.empty()) to += " → " + visible(each.value);
        to += '\n';
    }
}

void json_corrections(std::string& to, const std::vector<Correction>& corrections) {
    for (const Correction& each : corrections) {
        JsonWriter json(to);
        json.open('{').key("line").number(std::uint64_t(each.line));
        json.key("action").text(action_name(each.action)).key("type").text(kind_name(each.kind));
        json.key("name").text(each.name).key("value").known(each.value).close('}');
        to += '\n';
    }
}

}  // namespace morgue::render

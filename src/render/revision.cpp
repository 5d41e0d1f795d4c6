#include "render/revision.hpp"

#include "render/dates.hpp"
#include "render/difference.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

std::string moment(std::chrono::sys_seconds when) {
    return readable(utc_date(when));
}

void add_headline(std::string& to, const Article& article, const Style& style) {
    paint_lines(to, style, article.headline.empty() ? Ink::faint : Ink::headline, "",
                article.headline.empty() ? "(no headline)" : article.headline);
}

std::string counted(std::size_t count, const std::string& one) {
    return grouped(count) + ' ' + one + (count == 1 ? "" : "s");
}

Difference between(const Revision& before, const Revision& after) {
    return difference(before.article, after.article, CompareBy::letters);
}

void write_version(JsonWriter& json, const Revision& version, std::size_t number) {
    const Article& article = version.article;
    json.key("version").number(std::uint64_t(number));
    json.key("added").text(utc_date(version.added).iso());
    json.key("replaced").known(version.replaced ? utc_date(*version.replaced).iso() : "");
    json.key("headline").known(article.headline);
    json.key("published").known(article.published ? article.published->iso() : "");
    json.key("updated").known(article.updated ? article.updated->iso() : "");
}

}  // namespace

void text_history(std::string& to, const std::vector<Revision>& versions, const Style& style) {
    const Article& now = versions.back().article;
    add_headline(to, now, style);
    paint_lines(to, style, Ink::faint, "  ",
                counted(versions.size(), "version") + " · id " + std::to_string(now.id));
    const std::size_t wide = std::to_string(versions.size()).size();
    for (std::size_t i = 0; i < versions.size(); ++i) {
        std::string number;
        append_number(number, std::to_string(i + 1), wide);
        paint(to, style, Ink::label, "  " + number + "  ");
        to += moment(versions[i].added) + "  ";
        to += visible(versions[i].article.headline) + '\n';
        if (i > 0)
            paint_lines(to, style, Ink::faint, std::string(wide + 4, ' '),
                        summary(between(versions[i - 1], versions[i])));
    }
}

void json_history(std::string& to, const std::vector<Revision>& versions) {
    JsonWriter json(to, JsonWriter::Layout::indented);
    json.open('{').key("v").number(std::uint64_t(1));
    json.key("id").number(std::uint64_t(versions.back().article.id)).key("versions").open('[');
    for (std::size_t i = 0; i < versions.size(); ++i) {
        write_version(json.open('{'), versions[i], i + 1);
        if (i > 0) write_difference(json, between(versions[i - 1], versions[i]));
        json.close('}');
    }
    json.close(']').close('}');
    to += '\n';
}

void text_diff(std::string& to, const VersionPair& pair, const Style& style) {
    const Revision &before = pair.versions[pair.before - 1], &after = pair.versions[pair.after - 1];
    const auto heading = [&](Ink ink, const char* marks, std::size_t number, const Revision& of) {
        paint(to, style, ink,
              marks + (" version " + std::to_string(number)) + ", taken in " + moment(of.added));
        to += '\n';
    };
    heading(Ink::removed, "---", pair.before, before);
    heading(Ink::added, "+++", pair.after, after);
    text_difference(to, between(before, after), style);
}

void json_diff(std::string& to, const VersionPair& pair) {
    JsonWriter json(to, JsonWriter::Layout::indented);
    json.open('{').key("v").number(std::uint64_t(1));
    json.key("id").number(std::uint64_t(pair.versions.back().article.id));
    json.key("before").number(std::uint64_t(pair.before));
    json.key("after").number(std::uint64_t(pair.after));
    write_difference(json, between(pair.versions[pair.before - 1], pair.versions[pair.after - 1]));
    json.close('}');
    to += '\n';
}

void text_change(std::string& to, const Change& change, bool sentences, const Style& style) {
    add_headline(to, change.after, style);
    std::string line = "changed " + moment(change.when);
    if (change.changes > 1) line += ", " + counted(change.changes, "time");
    if (!change.after.source.empty()) line += " · " + change.after.source;
    paint_lines(to, style, Ink::faint, "  ", line + " · id " + std::to_string(change.after.id));
    const Difference found = difference(change.before, change.after, CompareBy::letters);
    paint_lines(to, style, Ink::plain, "  ", summary(found));
    if (sentences) text_difference(to += '\n', found, style);
    to += '\n';
}

void jsonl_change(std::string& to, const Change& change) {
    JsonWriter json(to);
    const Article& now = change.after;
    json.open('{').key("id").number(std::uint64_t(now.id)).key("guid").known(now.guid);
    json.key("headline").known(now.headline).key("source").known(now.source);
    json.key("changed").text(utc_date(change.when).iso());
    json.key("times").number(std::uint64_t(change.changes));
    write_difference(json, difference(change.before, now, CompareBy::letters));
    json.close('}');
    to += '\n';
}

void text_changes_shown(std::string& to, std::uint64_t shown, std::uint64_t count,
                        const Style& style) {
    const std::string all = articles_text(count);
    paint(to, style, Ink::faint,
          shown > 0 && shown < count ? "the latest " + grouped(shown) + " of " + all : all);
    to += '\n';
}

}  // namespace morgue::render

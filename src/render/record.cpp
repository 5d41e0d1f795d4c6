#include "render/record.hpp"

#include <array>

namespace morgue::render {

namespace {

void write_date(JsonWriter& json, std::string_view key, const std::optional<Date>& date) {
    json.key(key).known(date ? date->iso() : std::string());
}

void write_mention(JsonWriter& json, const Mention& mention, const CodePoints& points) {
    json.open('{').key("field").text(mention.where == Mention::Where::body ? "body" : "headline");
    json.key("start").number(std::uint64_t(points.before(mention.begin)));
    json.key("end").number(std::uint64_t(points.before(mention.end))).close('}');
}

void write_entities(JsonWriter& json, const Article& article) {
    json.key("entities").open('[');
    if (article.entities.empty()) {
        json.close(']');
        return;
    }
    const CodePoints headline(article.headline), body(article.body);
    for (const Entity& entity : article.entities) {
        json.open('{').key("type").text(kind_name(entity.kind)).key("name").text(entity.name);
        json.key("mentions").open('[');
        for (const Mention& mention : entity.mentions)
            write_mention(json, mention, mention.where == Mention::Where::body ? body : headline);
        json.close(']').close('}');
    }
    json.close(']');
}

void write_problems(JsonWriter& json, const std::vector<Problem>& problems) {
    json.key("problems").open('[');
    for (const Problem& problem : problems) {
        json.open('{').key("code").text(problem.code).key("field").known(problem.field);
        json.key("message").text(problem.message).close('}');
    }
    json.close(']');
}

void write_reading(JsonWriter& json, const Reading& reading) {
    json.key("rule").text(reading.rule).key("text").text(reading.text);
}

// Only where somebody asked why.
void write_origins(JsonWriter& json, const std::vector<Origin>& origins) {
    if (origins.empty()) return;
    json.key("why").open('[');
    for (const Origin& origin : origins) {
        json.open('{').key("field").text(origin.field);
        write_reading(json, origin.given);
        json.key("rivals").open('[');
        for (const Reading& rival : origin.rivals) {
            json.open('{');
            write_reading(json, rival);
            json.close('}');
        }
        json.close(']').close('}');
    }
    json.close(']');
}

void write_place(JsonWriter& json, const Article& article) {
    json.key("v").number(std::uint64_t(1)).key("id");
    if (article.id == 0)
        json.null();
    else
        json.number(std::uint64_t(article.id));
    json.key("path").known(article.path).key("record").number(article.record);
    json.key("format").known(article.format).key("guid").known(article.guid);
    json.key("url").known(article.url);
}

}  // namespace

void write_record(JsonWriter& json, const Article& article) {
    json.open('{');
    write_place(json, article);
    json.key("headline").known(article.headline).key("subheadline").known(article.subheadline);
    json.key("slugline").known(article.slugline).key("byline").known(article.byline);
    json.key("authors").texts(article.authors);
    json.key("dateline").known(article.dateline).key("located").known(article.located);
    write_date(json, "published", article.published);
    write_date(json, "updated", article.updated);
    json.key("source").known(article.source).key("copyright").known(article.copyright);
    json.key("section").known(article.section).key("keywords").texts(article.keywords);
    json.key("language").known(article.language).key("summary").known(article.summary);
    json.key("body").known(article.body);
    write_entities(json, article);
    write_problems(json, article.problems);
    write_origins(json, article.origins);
    json.close('}');
}

std::string_view status_name(RecordOutcome::Status status) {
    constexpr std::array<std::string_view, 6> names{"stored",    "unchanged", "updated",
                                                    "duplicate", "skipped",   "failed"};
    return names[std::size_t(status)];
}

void append_report_line(std::string& to, const RecordOutcome& outcome) {
    JsonWriter json(to);
    json.open('{').key("path").text(outcome.path).key("record").number(outcome.record);
    json.key("guid").known(outcome.guid).key("status").text(status_name(outcome.status));
    json.key("code").known(outcome.code).key("message").known(outcome.message).close('}');
    to += '\n';
}

}  // namespace morgue::render

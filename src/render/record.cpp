#include "render/record.hpp"

#include <algorithm>
#include <array>

#include "core/article_texts.hpp"
#include "text/patterns.hpp"

namespace morgue::render {

namespace {

void write_mention(JsonWriter& json, const Mention& mention, const CodePoints& points) {
    json.open('{').key("field").text(mention.where == Mention::Where::body ? "body" : "headline");
    json.key("start").number(std::uint64_t(points.before(mention.begin)));
    json.key("end").number(std::uint64_t(points.before(mention.end))).close('}');
}

void write_entities(JsonWriter& json, const Article& article) {
    json.open('[');
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
        json.close(']');
        if (entity.kind == Entity::Kind::place)
            json.key("country").known(entity.country).key("region").known(entity.region);
        json.close('}');
    }
    json.close(']');
}

void write_problems(JsonWriter& json, const Article& article) {
    json.open('[');
    for (const Problem& problem : article.problems) {
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

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out.append(out.empty() ? "" : "; ").append(part);
    return out;
}

std::vector<std::string> names(const Article& article, Entity::Kind kind) {
    std::vector<std::string> out;
    for (const Entity& entity : article.entities)
        if (entity.kind == kind) out.push_back(entity.name);
    return out;
}

template <std::string Entity::*member>
std::vector<std::string> whereabouts(const Article& article) {
    std::vector<std::string> out;
    for (const Entity& entity : article.entities)
        if (const std::string& where = entity.*member;
            !where.empty() && std::find(out.begin(), out.end(), where) == out.end())
            out.push_back(where);
    return out;
}

template <std::string Entity::*member>
constexpr RecordField places(std::string_view name) {
    return {
        name,
        [](JsonWriter& json, const Article& article) { json.texts(whereabouts<member>(article)); },
        [](const Article& article) { return joined(whereabouts<member>(article)); }};
}

template <std::string Article::*member>
constexpr RecordField line(std::string_view name) {
    return {name, [](JsonWriter& json, const Article& article) { json.known(article.*member); },
            [](const Article& article) { return article.*member; }};
}

template <std::vector<std::string> Article::*member>
constexpr RecordField list(std::string_view name) {
    return {name, [](JsonWriter& json, const Article& article) { json.texts(article.*member); },
            [](const Article& article) { return joined(article.*member); }};
}

template <std::optional<Date> Article::*member>
std::string iso(const Article& article) {
    return article.*member ? (article.*member)->iso() : std::string();
}

template <std::optional<Date> Article::*member>
constexpr RecordField date(std::string_view name) {
    return {name,
            [](JsonWriter& json, const Article& article) { json.known(iso<member>(article)); },
            iso<member>};
}

template <Entity::Kind kind>
constexpr RecordField entities(std::string_view name) {
    return {name,
            [](JsonWriter& json, const Article& article) { json.texts(names(article, kind)); },
            [](const Article& article) { return joined(names(article, kind)); }};
}

std::vector<std::string> patterns(const Article& article) {
    return text::find_patterns({article.headline, core::running_text(article)}, article.language);
}

void write_patterns(JsonWriter& json, const Article& article) {
    json.texts(patterns(article));
}

void write_version(JsonWriter& json, const Article&) {
    json.number(std::uint64_t(1));
}

void write_id(JsonWriter& json, const Article& article) {
    if (article.id == 0)
        json.null();
    else
        json.number(std::uint64_t(article.id));
}

std::string all_names(const Article& article) {
    std::vector<std::string> out;
    for (const Entity& entity : article.entities) out.push_back(entity.name);
    return joined(out);
}

std::string all_problems(const Article& article) {
    std::vector<std::string> out;
    for (const Problem& problem : article.problems) out.push_back(problem.message);
    return joined(out);
}

// clang-format off
constexpr std::array fields_of_record{
    RecordField{"v", write_version, [](const Article&) { return std::string("1"); }},
    RecordField{"id", write_id, [](const Article& article) { return std::to_string(article.id); }},
    line<&Article::path>("path"),
    RecordField{"record", [](JsonWriter& json, const Article& article) { json.number(article.record); },
                          [](const Article& article) { return std::to_string(article.record); }},
    line<&Article::format>("format"),
    line<&Article::guid>("guid"),
    line<&Article::url>("url"),
    line<&Article::headline>("headline"),
    line<&Article::subheadline>("subheadline"),
    line<&Article::slugline>("slugline"),
    line<&Article::byline>("byline"),
    list<&Article::authors>("authors"),
    line<&Article::dateline>("dateline"),
    line<&Article::located>("located"),
    date<&Article::published>("published"),
    date<&Article::updated>("updated"),
    line<&Article::source>("source"),
    line<&Article::copyright>("copyright"),
    line<&Article::section>("section"),
    list<&Article::keywords>("keywords"),
    line<&Article::language>("language"),
    line<&Article::summary>("summary"),
    line<&Article::body>("body"),
    RecordField{"entities", write_entities, all_names},
    RecordField{"problems", write_problems, all_problems},
};

// Beside the record: what a person added, and what can only be asked for.
constexpr RecordField tags = list<&Article::tags>("tags"), note = line<&Article::note>("note");
constexpr std::array further_fields{
    tags,
    note,
    entities<Entity::Kind::person>("person"),
    entities<Entity::Kind::organisation>("organisation"),
    entities<Entity::Kind::place>("place"),
    places<&Entity::country>("country"),
    places<&Entity::region>("region"),
    RecordField{"pattern", write_patterns, [](const Article& article) { return joined(patterns(article)); }},
};
// clang-format on

}  // namespace

std::vector<const RecordField*> record_fields() {
    std::vector<const RecordField*> out;
    for (const RecordField& field : fields_of_record) out.push_back(&field);
    for (const RecordField& field : further_fields) out.push_back(&field);
    return out;
}

const RecordField* find_record_field(std::string_view name) {
    for (const RecordField* field : record_fields())
        if (field->name == name) return field;
    return nullptr;
}

void write_record(JsonWriter& json, const Article& article) {
    json.open('{');
    for (const RecordField& field : fields_of_record) field.write(json.key(field.name), article);
    if (!article.tags.empty()) tags.write(json.key(tags.name), article);
    if (!article.note.empty()) note.write(json.key(note.name), article);
    write_origins(json, article.origins);
    json.close('}');
}

void write_record(JsonWriter& json, const Article& article,
                  std::span<const RecordField* const> fields) {
    if (fields.empty()) return write_record(json, article);
    json.open('{');
    for (const RecordField* field : fields) field->write(json.key(field->name), article);
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

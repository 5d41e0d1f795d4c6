// JSON of the table of fields and of what an archive holds.
#include <morgue/field.hpp>

#include "render/json_writer.hpp"
#include "render/output.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

void write_counts(JsonWriter& json, std::string_view key, const Counts& counts) {
    json.key(key).open('{');
    for (const auto& [name, count] : counts) json.key(name).number(count);
    json.close('}');
}

}  // namespace

void json_fields(std::string& to, const Style&) {
    JsonWriter json(to, JsonWriter::Layout::indented);
    json.open('[');
    for (const Field& field : fields) {
        json.open('{').key("name").text(field.name).key("alias").known(field.alias);
        json.key("kind").text(kind_name(field.kind)).key("facet").boolean(field.facet);
        json.key("help").text(field.help).key("example").text(field.example).close('}');
    }
    json.close(']');
    to += '\n';
}

void json_stats(std::string& to, const ArchiveStats& stats, const Style&) {
    JsonWriter json(to, JsonWriter::Layout::indented);
    json.open('{').key("v").number(std::uint64_t(1));
    json.key("articles").number(stats.articles).key("files").number(stats.files);
    json.key("words").number(stats.words).key("earlier_versions");
    json.number(stats.earlier_versions).key("dead_versions").number(stats.dead_versions);
    json.key("earliest").known(stats.earliest ? stats.earliest->iso() : std::string());
    json.key("latest").known(stats.latest ? stats.latest->iso() : std::string());
    write_counts(json, "languages", stats.languages);
    write_counts(json, "formats", stats.formats);
    write_counts(json, "sources", stats.sources);
    json.key("segments").number(stats.segments).key("database_bytes").number(stats.database_bytes);
    json.key("index_bytes").number(stats.index_bytes).key("revision").number(stats.revision);
    json.key("schema").number(std::uint64_t(stats.schema));
    json.key("index_schema").number(std::uint64_t(stats.index_schema));
    json.key("segment_writer").known(stats.segment_writer).key("uuid").known(stats.uuid);
    json.close('}');
    to += '\n';
}

}  // namespace morgue::render

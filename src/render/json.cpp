// JSON: the search answer as one object, articles as indented records.
#include "render/json_parts.hpp"
#include "render/output.hpp"
#include "render/record.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

void write_snippet(JsonWriter& json, const Snippet& snippet) {
    const CodePoints points(snippet.text);
    json.key("snippet").open('{').key("text").text(snippet.text).key("matches").open('[');
    for (const auto& [begin, end] : snippet.matches) {
        json.open('[').number(std::uint64_t(points.before(begin)));
        json.number(std::uint64_t(points.before(end))).close(']');
    }
    json.close(']').close('}');
}

void write_hit(JsonWriter& json, const Hit& hit) {
    json.open('{').key("id").number(std::uint64_t(hit.id)).key("score").number(hit.score);
    json.key("headline").known(hit.headline).key("byline").known(hit.byline);
    json.key("authors").texts(hit.authors);
    json.key("published").known(hit.published ? hit.published->iso() : std::string());
    json.key("source").known(hit.source).key("url").known(hit.url);
    json.key("path").known(hit.path).key("record").number(hit.record);
    json.key("copies").number(std::uint64_t(hit.copies));
    write_snippet(json, hit.snippet);
    json.close('}');
}

void write_facet(JsonWriter& json, const Facet& facet) {
    json.key(field(facet.field).name).open('{').key("exact").boolean(facet.exact);
    json.key("distinct").number(std::uint64_t(facet.distinct)).key("buckets").open('[');
    for (const Facet::Bucket& bucket : facet.buckets) {
        json.open('{').key("value").text(bucket.value);
        json.key("count").number(std::uint64_t(bucket.count)).close('}');
    }
    json.close(']').close('}');
}

// Of a query that found nothing: what its parts find alone.
void write_parts(JsonWriter& json, const std::vector<QueryPart>& parts) {
    for (const QueryPart& part : parts) {
        json.open('{').key("code").text("part-hits").key("message");
        json.text(part.text + " alone finds " + articles_text(part.total));
        json.key("column").number(std::uint64_t(1)).key("hint").null().close('}');
    }
}

void write_problems(JsonWriter& json, const SearchResult& result, std::string_view query) {
    const CodePoints points(query);
    json.key("problems").open('[');
    for (const Problem& problem : result.problems) write_problem(json, problem, points);
    write_parts(json, result.parts);
    json.close(']');
}

}  // namespace

void json_answer(std::string& to, const Answer& answer) {
    const auto& [request, result, style] = answer;
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1)).key("query").text(request.query);
    json.key("total").number(std::uint64_t(result.total));
    json.key("total_exact").boolean(result.total_is_exact);
    json.key("offset").number(std::uint64_t(request.first));
    json.key("hits").open('[');
    for (const Hit& hit : result.hits) write_hit(json, hit);
    json.close(']').key("facets").open('{');
    for (const Facet& facet : result.facets) write_facet(json, facet);
    json.close('}').key("did_you_mean").known(result.did_you_mean);
    write_problems(json, result, request.query);
    json.close('}');
    to += '\n';
}

void json_article(std::string& to, const Article& article, const Document& document, std::size_t) {
    JsonWriter json(to, JsonWriter::Layout::indented);
    write_record(json, article, document.fields);
    to += '\n';
}

void json_explanation(std::string& to, const Explanation& explanation, const Style&) {
    JsonWriter json(to, JsonWriter::Layout::indented);
    json.open('{').key("v").number(std::uint64_t(1)).key("stages").open('[');
    for (const Explanation::Stage& stage : explanation.stages) {
        json.open('{').key("name").text(stage.name).key("text").text(stage.text);
        json.key("milliseconds").number(stage.milliseconds).close('}');
    }
    json.close(']').close('}');
    to += '\n';
}

}  // namespace morgue::render

#include "render/batch.hpp"

#include <map>
#include <set>

#include "render/json_writer.hpp"
#include "render/separated.hpp"

namespace morgue::render {

namespace {

using Value = std::pair<Field::Id, std::string>;

std::set<Value> values_of(const std::vector<BatchAnswer>& answers) {
    std::set<Value> out;
    for (const BatchAnswer& answer : answers)
        for (const Facet& facet : answer.result.facets)
            for (const Facet::Bucket& bucket : facet.buckets)
                out.emplace(facet.field, bucket.value);
    return out;
}

std::map<Value, std::size_t> counts_of(const BatchAnswer& answer) {
    std::map<Value, std::size_t> out;
    for (const Facet& facet : answer.result.facets)
        for (const Facet::Bucket& bucket : facet.buckets)
            out[{facet.field, bucket.value}] = bucket.count;
    return out;
}

}  // namespace

void csv_batch_header(std::string& to, const Style& style) {
    Row row(to, style, csv);
    row.add("query");
    add_hit_columns(row);
}

void csv_batch_hits(std::string& to, const BatchAnswer& answer, const Style& style) {
    for (const Hit& hit : answer.result.hits) {
        Row row(to, style, csv);
        row.add(answer.label);
        add_hit(row, hit);
    }
}

void csv_matrix(std::string& to, const std::vector<BatchAnswer>& answers, const Style& style) {
    const std::set<Value> values = values_of(answers);
    {
        Row header(to, style, csv);
        header.add("query");
        header.add("total");
        for (const auto& [id, value] : values)
            header.add(std::string(field(id).name) + ':' + value);
    }
    for (const BatchAnswer& answer : answers) {
        std::map<Value, std::size_t> counts = counts_of(answer);
        Row row(to, style, csv);
        row.add(answer.label);
        row.add(std::to_string(answer.result.total));
        for (const Value& value : values) row.add(std::to_string(counts[value]));
    }
}

void jsonl_matrix(std::string& to, const std::vector<BatchAnswer>& answers) {
    for (const BatchAnswer& answer : answers) {
        JsonWriter json(to);
        json.open('{').key("query").text(answer.label);
        json.key("total").number(std::uint64_t(answer.result.total)).key("facets").open('{');
        for (const Facet& facet : answer.result.facets) {
            json.key(field(facet.field).name).open('{');
            for (const Facet::Bucket& bucket : facet.buckets)
                json.key(bucket.value).number(std::uint64_t(bucket.count));
            json.close('}');
        }
        json.close('}').close('}');
        to += '\n';
    }
}

}  // namespace morgue::render

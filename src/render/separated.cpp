#include "render/separated.hpp"

#include <array>

#include "render/numbers.hpp"
#include "render/record.hpp"

namespace morgue::render {

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out.append(out.empty() ? "" : "; ").append(part);
    return out;
}

struct Column {
    std::string_view name;
    std::string (*value)(const Hit&);
};

// clang-format off
constexpr std::array columns_of_hits{
    Column{"id",        [](const Hit& hit) { return std::to_string(hit.id); }},
    Column{"score",     [](const Hit& hit) { return shortest(hit.score); }},
    Column{"published", [](const Hit& hit) { return hit.published ? hit.published->iso() : ""; }},
    Column{"headline",  [](const Hit& hit) { return hit.headline; }},
    Column{"byline",    [](const Hit& hit) { return hit.byline; }},
    Column{"authors",   [](const Hit& hit) { return joined(hit.authors); }},
    Column{"source",    [](const Hit& hit) { return hit.source; }},
    Column{"guid",      [](const Hit& hit) { return hit.guid; }},
    Column{"url",       [](const Hit& hit) { return hit.url; }},
    Column{"path",      [](const Hit& hit) { return hit.path; }},
    Column{"record",    [](const Hit& hit) { return std::to_string(hit.record); }},
    Column{"copies",    [](const Hit& hit) { return std::to_string(hit.copies); }},
    Column{"snippet",   [](const Hit& hit) { return hit.snippet.text; }},
};
// clang-format on

// A table has the names in a column for each kind, and neither the record's version nor problems.
const std::vector<const RecordField*>& fields_of(const Document& document) {
    static const std::vector<const RecordField*> usual = [] {
        auto all = record_fields();
        std::erase_if(all, [](const RecordField* field) {
            return field->name == "v" || field->name == "entities" || field->name == "problems";
        });
        return all;
    }();
    return document.fields.empty() ? usual : document.fields;
}

}  // namespace

void Row::separate() {
    if (!first_) to_ += dialect_.separator;
    first_ = false;
}

// Numbers need no guard against formulas.
void Row::add(std::uint64_t number) {
    separate();
    to_ += std::to_string(number);
}

void Row::add(const std::optional<double>& number) {
    separate();
    if (number) to_ += shortest(*number);
}

void Row::add(std::string_view cell) {
    separate();
    if (visible_)
        dialect_.cell(to_, visible(cell));
    else
        dialect_.cell(to_, cell);
}

void add_hit_columns(Row& row) {
    for (const Column& column : columns_of_hits) row.add(column.name);
}

void add_hit(Row& row, const Hit& hit) {
    for (const Column& column : columns_of_hits) row.add(column.value(hit));
}

std::string_view formula_guard(std::string_view text) {
    constexpr std::string_view starts = "=+-@\t\r";
    return !text.empty() && starts.find(text.front()) != starts.npos ? "'" : "";
}

void separated_answer(std::string& to, const Answer& answer, const Dialect& dialect) {
    {
        Row header(to, answer.style, dialect);
        add_hit_columns(header);
    }
    for (const Hit& hit : answer.result.hits) {
        Row row(to, answer.style, dialect);
        add_hit(row, hit);
    }
}

void separated_facets(std::string& to, const Answer& answer, const Dialect& dialect) {
    {
        Row header(to, answer.style, dialect);
        for (const auto* name : {"facet", "value", "count", "exact"}) header.add(name);
    }
    for (const Facet& facet : answer.result.facets) {
        for (const Facet::Bucket& bucket : facet.buckets) {
            Row row(to, answer.style, dialect);
            row.add(field(facet.field).name);
            row.add(bucket.value);
            row.add(std::to_string(bucket.count));
            row.add(facet.exact ? "true" : "false");
        }
    }
}

void separated_header(std::string& to, const Document& document, const Dialect& dialect) {
    Row row(to, document.style, dialect);
    for (const RecordField* field : fields_of(document)) row.add(field->name);
}

void separated_article(std::string& to, const Article& article, const Document& document,
                       const Dialect& dialect) {
    Row row(to, document.style, dialect);
    for (const RecordField* field : fields_of(document)) row.add(field->cell(article));
}

}  // namespace morgue::render

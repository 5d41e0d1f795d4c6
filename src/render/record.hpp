#pragma once
// The article record: one JSON object with the same keys in the same order everywhere, described
// in schema/json/record.schema.json. What is not known is null, or an empty array. Tags and a note
// follow where there are any.
#include <morgue/article.hpp>
#include <morgue/ingest.hpp>
#include <span>
#include <vector>

#include "render/json_writer.hpp"

namespace morgue::render {

// One key of the record: its value in JSON, and as the one text of a cell.
struct RecordField {
    std::string_view name;
    void (*write)(JsonWriter& json, const Article& article);
    std::string (*cell)(const Article& article);
};

// Those of the record in its order, then those that can be asked for beside them.
std::vector<const RecordField*> record_fields();

const RecordField* find_record_field(std::string_view name);  // nullptr if there is none

void write_record(JsonWriter& json, const Article& article);

// Only these keys; all of them where none is named.
void write_record(JsonWriter& json, const Article& article,
                  std::span<const RecordField* const> fields);

// The line that `index --report` writes for a record.
void append_report_line(std::string& to, const RecordOutcome& outcome);
std::string_view status_name(RecordOutcome::Status status);

}  // namespace morgue::render

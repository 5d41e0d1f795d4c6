#pragma once
// The article record: one JSON object with the same keys in the same order everywhere, described
// in schema/json/record.schema.json. What is not known is null, or an empty array.
#include <morgue/article.hpp>
#include <morgue/ingest.hpp>

#include "render/json_writer.hpp"

namespace morgue::render {

void write_record(JsonWriter& json, const Article& article);

// The line that `index --report` writes for a record.
void append_report_line(std::string& to, const RecordOutcome& outcome);
std::string_view status_name(RecordOutcome::Status status);

}  // namespace morgue::render

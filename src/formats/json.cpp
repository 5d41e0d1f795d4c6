// JSON of any shape, as a document or one object a line: fields by the user's rules, or by the
// names they usually have.
#include <simdjson.h>

#include <algorithm>
#include <array>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/json_cutter.hpp"
#include "formats/json_fields.hpp"
#include "formats/json_shape.hpp"
#include "formats/line_reader.hpp"
#include "formats/peek_source.hpp"

namespace morgue::formats {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t longest_record = std::size_t(64) << 20;

// Keys that lead to the records, lists entered.
using Keys = std::vector<std::string>;

class JsonReader : public Reader {
public:
    explicit JsonReader(const FieldMap& map) : map_(map) {}

protected:
    dom::element parse(std::string_view text, const std::string& where) {
        static_assert(JsonCutter::padding >= simdjson::SIMDJSON_PADDING);
        static_assert(LineReader::padding >= simdjson::SIMDJSON_PADDING);
        dom::element root;
        if (const auto error = parser_.parse(text.data(), text.size(), false).get(root))
            throw core::BadRecord("json-broken", where + ": " + simdjson::error_message(error));
        return root;
    }

    core::Draft read(const dom::element& record, const std::string& where) const {
        if (!record.is_object()) throw core::BadRecord("json-type", where + " is not an object");
        return map_.apply(JsonFields(record, map_.loose()));
    }

private:
    const FieldMap& map_;
    dom::parser parser_;
};

class DocumentReader final : public JsonReader {
public:
    DocumentReader(std::unique_ptr<core::ByteSource> source, Keys path, const FieldMap& map)
        : JsonReader(map), values_(std::move(source), std::move(path), longest_record) {}

    std::optional<core::Draft> next() override {
        const auto text = values_.next();
        if (!text) return std::nullopt;
        const std::string where = "value " + std::to_string(++number_);
        return read(parse(*text, where), where);
    }

private:
    JsonCutter values_;
    std::uint64_t number_ = 0;
};

class LinesReader final : public JsonReader {
public:
    LinesReader(std::unique_ptr<core::ByteSource> source, Keys path, const FieldMap& map)
        : JsonReader(map), lines_(std::move(source), longest_record), path_(std::move(path)) {}

    std::optional<core::Draft> next() override {
        while (next_ == records_.size())
            if (!read_line()) return std::nullopt;
        return read(records_[next_++], where_);
    }

private:
    bool read_line() {
        records_.clear();
        next_ = 0;
        const auto line = lines_.next();
        if (!line) return false;
        if (line->find_first_not_of(" \t\r") == line->npos) return true;
        where_ = "line " + std::to_string(lines_.number());
        collect(parse(*line, where_), 0);
        return true;
    }

    void collect(const dom::element& from, std::size_t at) {
        dom::array list;
        dom::element inner;
        if (!from.get(list)) {
            for (const dom::element each : list) collect(each, at);
        } else if (at == path_.size()) {
            records_.push_back(from);
        } else if (from.is_object() && !from[path_[at]].get(inner)) {
            collect(inner, at + 1);
        }
    }

    LineReader lines_;
    const Keys path_;
    std::vector<dom::element> records_;  // of the line at hand
    std::size_t next_ = 0;               // of them
    std::string where_;
};

Keys record_path(const FieldMap& map, std::string_view head) {
    if (map.loose()) return find_records(head);
    Keys keys;
    for (const FieldPath::Step& step : map.records().steps)
        if (step.kind == FieldPath::Step::Kind::key) keys.push_back(step.name);
    return keys;
}

std::unique_ptr<Reader> open_json(std::unique_ptr<core::ByteSource> source,
                                  const Context& context) {
    constexpr std::size_t looked_at = 65536;
    const FieldMap& map = context.options.map ? *context.options.map : FieldMap::usual();
    auto peek = std::make_unique<PeekSource>(std::move(source));
    const std::string_view head = peek->peek(looked_at);
    Keys path = record_path(map, head);
    if (is_json_lines(head, context.path))
        return std::make_unique<LinesReader>(std::move(peek), std::move(path), map);
    return std::make_unique<DocumentReader>(std::move(peek), std::move(path), map);
}

int matches(std::string_view head, std::string_view) {
    return looks_like_json(head) && holds_usual_record(head) ? 45 : 0;
}

}  // namespace

const Format json_format{"json", "JSON of any shape, in a document or one object a line", matches,
                         nullptr, open_json};

}  // namespace morgue::formats

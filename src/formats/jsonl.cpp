// JSON Lines of our own article record: what `morgue parse` prints.
#include <simdjson.h>

#include <algorithm>
#include <array>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/jsonl_entities.hpp"
#include "formats/line_reader.hpp"

namespace morgue::formats {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t longest_line = std::size_t(64) << 20;

struct TextKey {
    std::string_view name;
    std::string Article::*field;
};
// clang-format off
constexpr TextKey text_keys[] = {
    {"headline",    &Article::headline},
    {"body",        &Article::body},
    {"guid",        &Article::guid},
    {"url",         &Article::url},
    {"subheadline", &Article::subheadline},
    {"slugline",    &Article::slugline},
    {"byline",      &Article::byline},
    {"dateline",    &Article::dateline},
    {"located",     &Article::located},
    {"source",      &Article::source},
    {"copyright",   &Article::copyright},
    {"section",     &Article::section},
    {"language",    &Article::language},
    {"summary",     &Article::summary},
};

struct ListKey {
    std::string_view name;
    std::vector<std::string> Article::* field;
};
constexpr ListKey list_keys[] = {
    {"authors",  &Article::authors},
    {"keywords", &Article::keywords},
};

struct DateKey {
    std::string_view name;
    std::optional<Date> Article::* field;
    std::vector<std::string> core::Draft::* written;
};
constexpr DateKey date_keys[] = {
    {"published", &Article::published, &core::Draft::published},
    {"updated",   &Article::updated,   &core::Draft::updated},
};

// Of the record, but not for others to say.
constexpr std::string_view our_own_keys[] = {"v",        "id",   "path", "record", "format",
                                             "problems", "tags", "note"};
// clang-format on

template <typename Keys>
const auto* find_key(const Keys& keys, std::string_view name) {
    const auto found = std::find_if(std::begin(keys), std::end(keys),
                                    [&](const auto& key) { return key.name == name; });
    return found == std::end(keys) ? nullptr : found;
}

bool is_our_own(std::string_view name) {
    return std::find(std::begin(our_own_keys), std::end(our_own_keys), name) !=
           std::end(our_own_keys);
}

void wrong_type(Article& article, std::string_view key, const std::string& wanted) {
    article.problems.push_back({.code = "json-type",
                                .field = std::string(key),
                                .message = "\"" + std::string(key) + "\" is not " + wanted,
                                .hint = {}});
}

void read_text(const TextKey& key, const dom::element& value, Article& article) {
    std::string_view text;
    if (value.get(text)) return wrong_type(article, key.name, "a string");
    (article.*key.field).assign(text);
}

void read_list(const ListKey& key, const dom::element& value, Article& article) {
    dom::array list;
    if (value.get(list)) return wrong_type(article, key.name, "a list of strings");
    bool good = true;
    for (const dom::element each : list) {
        std::string_view text;
        if (each.get(text)) {
            good = false;
        } else if (!text.empty()) {
            (article.*key.field).emplace_back(text);
        }
    }
    if (!good) wrong_type(article, key.name, "a list of strings");
}

void read_date(const DateKey& key, const dom::element& value, core::Draft& draft) {
    std::string_view text;
    if (value.get(text)) return wrong_type(draft.article, key.name, "a string");
    draft.article.*key.field = parse_iso_date(text);
    if (!(draft.article.*key.field)) (draft.*key.written).emplace_back(text);
}

class JsonlReader final : public Reader {
public:
    explicit JsonlReader(std::unique_ptr<core::ByteSource> source)
        : lines_(std::move(source), longest_line) {}
    std::optional<core::Draft> next() override;

private:
    core::Draft read_record(std::string_view line);
    void read_key(std::string_view key, const dom::element& value, core::Draft& draft);
    void warn_of_unknown(Article& article);

    LineReader lines_;
    dom::parser parser_;
    std::vector<std::string> unknown_;  // keys of the record at hand
    bool warned_ = false;
};

std::optional<core::Draft> JsonlReader::next() {
    while (const auto line = lines_.next())
        if (line->find_first_not_of(" \t\r") != line->npos) return read_record(*line);
    return std::nullopt;
}

core::Draft JsonlReader::read_record(std::string_view line) {
    static_assert(LineReader::padding >= simdjson::SIMDJSON_PADDING);
    const std::string where = "line " + std::to_string(lines_.number());
    dom::element root;
    if (const auto error = parser_.parse(line.data(), line.size(), false).get(root))
        throw core::BadRecord("json-broken", where + ": " + simdjson::error_message(error));
    dom::object object;
    if (root.get(object)) throw core::BadRecord("json-broken", where + " is not a JSON object");
    core::Draft draft;
    draft.verbatim = true;
    for (const dom::key_value_pair& pair : object)
        if (!pair.value.is_null()) read_key(pair.key, pair.value, draft);
    dom::element entities;
    if (!object["entities"].get(entities) && !entities.is_null())
        read_entities(entities, draft.article);
    if (draft.article.headline.empty() && draft.article.body.empty())
        throw core::BadRecord("no-text", where + " has neither \"headline\" nor \"body\"");
    warn_of_unknown(draft.article);
    return draft;
}

void JsonlReader::read_key(std::string_view key, const dom::element& value, core::Draft& draft) {
    if (const TextKey* text = find_key(text_keys, key)) {
        read_text(*text, value, draft.article);
    } else if (const ListKey* list = find_key(list_keys, key)) {
        read_list(*list, value, draft.article);
    } else if (const DateKey* date = find_key(date_keys, key)) {
        read_date(*date, value, draft);
    } else if (!warned_ && key != "entities" && !is_our_own(key)) {
        unknown_.emplace_back(key);
    }
}

void JsonlReader::warn_of_unknown(Article& article) {
    if (unknown_.empty()) return;
    constexpr std::size_t most_named = 10;
    std::string names;
    for (std::size_t i = 0; i < std::min(unknown_.size(), most_named); ++i)
        names += (i == 0 ? "\"" : ", \"") + unknown_[i].substr(0, 60) + '"';
    if (unknown_.size() > most_named) names += ", ...";
    article.problems.push_back({.code = "unknown-key",
                                .field = {},
                                .message = "keys that are not of the article record are ignored "
                                           "throughout the file: " +
                                           names,
                                .hint = {}});
    unknown_.clear();
    warned_ = true;
}

// How sure one line of JSON makes us; -1 for one that is no object.
int rate_line(std::string_view line) {
    dom::parser parser;
    dom::object object;
    const std::string padded(line);
    if (parser.parse(padded).get(object)) return -1;
    bool text = false, ours = true, headline = false, title = false;
    for (const dom::key_value_pair& pair : object) {
        headline = headline || pair.key == "headline";
        title = title || pair.key == "title";
        text = text || pair.key == "headline" || pair.key == "body";
        ours = ours &&
               (find_key(text_keys, pair.key) || find_key(list_keys, pair.key) ||
                find_key(date_keys, pair.key) || pair.key == "entities" || is_our_own(pair.key));
    }
    if (title && !headline) return 20;  // somebody else's: a headline of ours would be lost
    return !text ? 0 : ours ? 95 : 70;
}

// From the first lines, since any of them may be broken.
int matches_jsonl(std::string_view head, std::string_view path) {
    const int by_name = path.ends_with(".jsonl") || path.ends_with(".ndjson") ? 30 : 0;
    int best = 0;
    for (int objects = 0; objects < 5 && !head.empty();) {
        const std::size_t end = head.find('\n');
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(end == head.npos ? head.size() : end + 1);
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first == line.npos) continue;
        if (line[first] != '{') return best;
        ++objects;
        const int rating = rate_line(line);
        if (rating > 0) return rating;
        best = std::max(best, by_name);
        // A line that is cut off cannot be parsed: the keys that can be seen have to do.
        const bool shows_key =
            line.find("\"headline\":") != line.npos || line.find("\"body\":") != line.npos;
        if (rating < 0 && end == head.npos && objects == 1 && shows_key) return 60;
    }
    return best;
}

std::unique_ptr<Reader> open_jsonl(std::unique_ptr<core::ByteSource> source) {
    return std::make_unique<JsonlReader>(std::move(source));
}

}  // namespace

const Format jsonl_format{"jsonl", "morgue's own records, one JSON object a line", matches_jsonl,
                          open_jsonl};

}  // namespace morgue::formats

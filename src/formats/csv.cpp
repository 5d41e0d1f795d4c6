// Tables with a header (CSV, TSV and the like): an article a row.
#include <algorithm>
#include <unordered_map>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/csv_rows.hpp"
#include "formats/field_map.hpp"
#include "formats/peek_source.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

using Names = std::vector<std::string>;

// What databases and spreadsheets write for nothing.
bool is_nothing(std::string_view value) {
    constexpr std::string_view nothing[] = {"NULL", "null", "NaN", "nan", "None", "\\N"};
    return value.find_first_not_of(" \t\r\n") == value.npos ||
           std::ranges::find(nothing, value) != std::end(nothing);
}

// Where in a row the fields of the rules stand.
class Columns {
public:
    Columns(const FieldMap& map, const Names& names) {
        for (const FieldMap::Rule& rule : map.rules())
            for (const FieldMap::Choice& choice : rule.choices)
                for (const FieldMap::Term& term : choice) {
                    if (term.constant) continue;
                    const auto found = std::ranges::find_if(names, [&](const std::string& name) {
                        return same_name(name, term.path.text, map.loose());
                    });
                    if (found != names.end())
                        places_.emplace(&term.path, std::size_t(found - names.begin()));
                }
    }

    std::optional<std::size_t> place(const FieldPath& path) const {
        const auto found = places_.find(&path);
        if (found == places_.end()) return std::nullopt;
        return found->second;
    }

    // Whether one of the choices of a rule can be had.
    bool serves(const FieldMap::Rule& rule) const {
        return std::ranges::any_of(rule.choices, [&](const FieldMap::Choice& choice) {
            return std::ranges::all_of(choice, [&](const FieldMap::Term& term) {
                return term.constant || place(term.path).has_value();
            });
        });
    }

private:
    std::unordered_map<const FieldPath*, std::size_t> places_;
};

bool gives_text(const FieldMap::Rule& rule) {
    constexpr std::string_view texts[] = {"headline", "body", "summary", "story", "page"};
    return std::ranges::find(texts, rule.target) != std::end(texts);
}

class RowFields final : public FieldSource {
public:
    RowFields(const Columns& columns, const CsvRows::Row& row) : columns_(columns), row_(row) {}

    void values(const FieldPath& path, std::vector<std::string>& to, bool&) const override {
        const auto place = columns_.place(path);
        if (place && *place < row_.size() && !is_nothing(row_[*place]))
            to.emplace_back(row_[*place]);
    }

private:
    const Columns& columns_;
    const CsvRows::Row& row_;
};

class CsvReader final : public Reader {
public:
    CsvReader(std::unique_ptr<core::ByteSource> source, char delimiter, const FieldMap& map)
        : rows_(std::move(source), delimiter), map_(map) {
        if (map.columns().empty())
            read_header();
        else
            use(map.columns());
    }

    std::optional<core::Draft> next() override;

private:
    void read_header();
    void use(Names names);
    void warn(Article& article);
    void check_width(const CsvRows::Row& row, Article& article) const;

    CsvRows rows_;
    const FieldMap& map_;
    Names names_;
    std::optional<Columns> columns_;
    std::string missing_;  // what the rules name and the table has not; said once
};

void CsvReader::read_header() {
    Names names;
    try {
        const CsvRows::Row* row = rows_.next();
        if (row == nullptr) throw core::BadInput("empty", "the table has no header");
        for (const std::string_view name : *row) names.push_back(text::one_line(name));
    } catch (const core::BadRecord& lost) {
        throw core::BadInput(lost.code(), std::string("the header cannot be read: ") + lost.what());
    }
    use(std::move(names));
}

void CsvReader::use(Names names) {
    names_ = std::move(names);
    columns_.emplace(map_, names_);
    bool has_text = false;
    for (const FieldMap::Rule& rule : map_.rules()) {
        const bool served = columns_->serves(rule);
        has_text = has_text || (served && gives_text(rule));
        if (!served && !map_.loose())
            missing_ += (missing_.empty() ? "" : ", ") + rule.target + " (line " +
                        std::to_string(rule.line) + ')';
    }
    if (has_text) return;
    std::string all;
    for (const std::string& name : names_)
        all += (all.empty() ? "'" : ", '") + name.substr(0, 60) + '\'';
    throw core::BadInput("csv-columns",
                         "no column is known as a headline or text; say with --map which is (see "
                         "docs/map.md). The columns are " +
                             all.substr(0, 1000));
}

std::optional<core::Draft> CsvReader::next() {
    const CsvRows::Row* row = rows_.next();
    if (row == nullptr) return std::nullopt;
    core::Draft draft = map_.apply(RowFields(*columns_, *row));
    check_width(*row, draft.article);
    warn(draft.article);
    return draft;
}

void CsvReader::check_width(const CsvRows::Row& row, Article& article) const {
    const bool more = std::any_of(row.begin() + long(std::min(row.size(), names_.size())),
                                  row.end(), [](std::string_view each) { return !each.empty(); });
    if (row.size() >= names_.size() && !more) return;
    article.problems.push_back({.code = "csv-width",
                                .field = {},
                                .message = "line " + std::to_string(rows_.line()) + " has " +
                                           std::to_string(row.size()) + " fields, the header " +
                                           std::to_string(names_.size()),
                                .hint = {}});
}

void CsvReader::warn(Article& article) {
    if (missing_.empty()) return;
    article.problems.push_back(
        {.code = "map-unmatched",
         .field = {},
         .message = "the table lacks the columns of these rules: " + missing_,
         .hint = {}});
    missing_.clear();
}

std::unique_ptr<Reader> open_csv(std::unique_ptr<core::ByteSource> source, const Context& context) {
    constexpr std::size_t looked_at = 65536;
    const FieldMap& map = context.options.map ? *context.options.map : FieldMap::usual();
    auto peek = std::make_unique<PeekSource>(std::move(source));
    const std::string_view head = peek->peek(looked_at);
    const std::size_t separator = separator_line(head);
    char delimiter = map.delimiter();
    if (delimiter == 0) delimiter = separator > 0 ? head[4] : find_delimiter(head);
    if (delimiter == 0) delimiter = context.path.ends_with(".tsv") ? '\t' : ',';
    char skipped[8];
    for (std::size_t left = separator; left > 0;) left -= peek->read(skipped, left);
    return std::make_unique<CsvReader>(std::move(peek), delimiter, map);
}

// A table is known by the names of its columns, less surely by its own name.
int matches(std::string_view head, std::string_view path) {
    const bool named = path.ends_with(".csv") || path.ends_with(".tsv") || path.ends_with(".tab");
    head.remove_prefix(separator_line(head));
    const bool is_markup = head.starts_with('<');
    const char delimiter = is_markup ? '\0' : find_delimiter(head);
    if (delimiter == 0) return named ? 20 : 0;
    Names names = first_rows(head, delimiter, 1).front();
    for (std::string& name : names) name = text::one_line(name);
    const Columns columns(FieldMap::usual(), names);
    std::size_t texts = 0, others = 0;
    for (const FieldMap::Rule& rule : FieldMap::usual().rules())
        if (columns.serves(rule)) ++(gives_text(rule) ? texts : others);
    if (texts > 0 && texts + others > 1) return named ? 90 : 60;
    return named ? 50 : 0;
}

}  // namespace

const Format csv_format{"csv", "tables with a header (CSV, TSV), one article a row", matches,
                        nullptr, open_csv};

}  // namespace morgue::formats

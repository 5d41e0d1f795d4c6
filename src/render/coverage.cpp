#include "render/coverage.hpp"

#include <algorithm>
#include <array>

#include "render/json_parts.hpp"
#include "render/separated.hpp"
#include "render/tables.hpp"
#include "render/timeline.hpp"

namespace morgue::render {

namespace {

constexpr std::size_t default_width = 140, narrow = 100, most_periods = 52, least_periods = 8;
constexpr std::size_t most_languages = 3, most_silences = 20;

using Source = Coverage::Source;

std::string sparkline(const std::vector<std::uint64_t>& counts, std::size_t periods) {
    constexpr std::array<std::string_view, 8> bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    const std::size_t from = counts.size() - std::min(counts.size(), periods);
    const auto begin = counts.begin() + std::ptrdiff_t(from);
    const std::uint64_t most = counts.empty() ? 0 : *std::max_element(begin, counts.end());
    std::string out;
    for (auto at = begin; at != counts.end(); ++at)
        out += *at == 0 ? "·" : bars[std::size_t(*at) * 7 / most];
    return out;
}

double share(std::uint64_t part, std::uint64_t all) {
    return all ? double(part) / double(all) : 0;
}

std::string languages(const Source& source) {
    std::string out;
    for (std::size_t i = 0; i < std::min(source.languages.size(), most_languages); ++i)
        out.append(i ? " " : "").append(source.languages[i].value);
    if (source.languages.size() > most_languages) out += " …";
    return out;
}

Grid::Cell day(const std::optional<Date>& date) {
    return date ? Grid::Cell(date->iso()) : Grid::Cell();
}

std::vector<Grid::Cell> row_of(const Source& source, const std::string& name) {
    return {name,
            source.articles,
            day(source.first),
            day(source.last),
            share(source.with_byline, source.articles),
            share(source.with_date, source.articles),
            share(source.with_body, source.articles),
            source.usual_gap ? Grid::Cell(source.usual_gap) : Grid::Cell(),
            source.is_silent() ? Grid::Cell(source.silences.back().days) : Grid::Cell(),
            languages(source)};
}

Grid empty_grid(std::string_view unit) {
    return {{{"source", "source"},
             {"articles", unit},
             {"first", "first"},
             {"last", "last"},
             {"with_byline", "byline", 0, true},
             {"with_date", "date", 0, true},
             {"with_body", "body", 0, true},
             {"usual_gap", "gap"},
             {"silent_days", "silent"},
             {"languages", "languages"}},
            {}};
}

const std::string& shown_name(const Source& source) {
    static const std::string none = "(no source)";
    return source.name.empty() ? none : source.name;
}

void add_silences(std::string& to, const Coverage& coverage, const Style& style) {
    std::vector<std::pair<const Source*, const Coverage::Silence*>> all;
    for (const Source& source : coverage.sources)
        for (const Coverage::Silence& silence : source.silences)
            all.emplace_back(&source, &silence);
    if (all.empty()) return;
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.second->days > b.second->days; });
    paint(to += '\n', style, Ink::label, "silences");
    paint(to, style, Ink::faint, "  longer than three times the usual gap");
    to += '\n';
    for (std::size_t i = 0; i < std::min(all.size(), most_silences); ++i) {
        const auto& [source, silence] = all[i];
        to += "  " + visible(shown_name(*source)) + ": " + grouped(silence->days) +
              (silence->days == 1 ? " day" : " days") + " after " + silence->after.iso() +
              (silence->until ? ", until " + silence->until->iso() : ", and still silent") + '\n';
    }
    if (all.size() > most_silences) {
        paint(to, style, Ink::faint, "  and " + grouped(all.size() - most_silences) + " more");
        to += '\n';
    }
}

void write_source(JsonWriter& json, const Source& source) {
    json.open('{').key("source").known(source.name).key("query").text(source.query);
    json.key("articles").number(source.articles).key("with_byline").number(source.with_byline);
    json.key("with_date").number(source.with_date).key("with_body").number(source.with_body);
    json.key("coarse").number(source.coarse);
    json.key("first").known(source.first ? source.first->iso() : "");
    json.key("last").known(source.last ? source.last->iso() : "");
    json.key("usual_gap").number(source.usual_gap).key("silent").boolean(source.is_silent());
    json.key("silences").open('[');
    for (const Coverage::Silence& silence : source.silences) {
        json.open('{').key("after").text(silence.after.iso());
        json.key("until").known(silence.until ? silence.until->iso() : "");
        json.key("days").number(silence.days).close('}');
    }
    json.close(']').key("languages").open('{');
    for (const Facet::Bucket& language : source.languages)
        json.key(language.value).number(std::uint64_t(language.count));
    json.close('}').key("periods").open('[');
    for (const std::uint64_t count : source.periods) json.number(count);
    json.close(']').close('}');
}

}  // namespace

void text_coverage(std::string& to, const Coverage& coverage, const SearchRequest& search,
                   const Style& style, std::size_t limit) {
    Grid grid = empty_grid(unit_name(search));
    grid.rows.push_back(row_of(coverage.all, "all"));
    for (std::size_t i = 0; i < std::min(limit, coverage.sources.size()); ++i)
        grid.rows.push_back(row_of(coverage.sources[i], shown_name(coverage.sources[i])));
    const std::size_t width = style.width ? style.width : default_width;
    if (width < narrow)
        for (Grid::Column& column : grid.columns)
            if (column.key == "first" || column.key == "usual_gap") column.label = {};
    std::string bare;
    text_grid(bare, grid, {});
    const std::size_t taken = columns(bare.substr(0, bare.find('\n'))) + 6;
    const std::size_t periods =
        std::clamp(width > taken ? width - taken : 0, least_periods, most_periods);
    const std::string label = "by " + std::string(name_of(coverage.every));
    grid.columns.push_back({"periods", label});
    for (std::size_t i = 0; i < grid.rows.size(); ++i)
        grid.rows[i].push_back(
            sparkline(i ? coverage.sources[i - 1].periods : coverage.all.periods, periods));
    text_grid(to, grid, style);
    if (coverage.sources.size() > limit) {
        paint(to, style, Ink::faint,
              "and " + grouped(coverage.sources.size() - limit) + " more sources");
        to += '\n';
    }
    add_silences(to, coverage, style);
}

void csv_coverage(std::string& to, const Coverage& coverage, const SearchRequest& search,
                  const Style& style) {
    Grid grid = empty_grid(unit_name(search));
    grid.columns[1].key = unit_name(search);
    for (const Source& source : coverage.sources) grid.rows.push_back(row_of(source, source.name));
    csv_grid(to, grid, style);
}

void csv_coverage_periods(std::string& to, const Coverage& coverage, const SearchRequest& search,
                          const Style& style) {
    Grid grid{
        {{"source", ""}, {"period", ""}, {"first", ""}, {"last", ""}, {unit_name(search), ""}}, {}};
    for (const Source& source : coverage.sources)
        for (std::size_t i = 0; i < coverage.periods.size(); ++i)
            grid.rows.push_back({source.name, coverage.periods[i].name,
                                 coverage.periods[i].first.iso(), coverage.periods[i].last.iso(),
                                 source.periods[i]});
    csv_grid(to, grid, style);
}

void json_coverage(std::string& to, const Coverage& coverage, const SearchRequest& search) {
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1)).key("query").text(search.query);
    json.key("counted").text(unit_name(search));
    json.key("every").text(name_of(coverage.every)).key("periods").open('[');
    for (const Timeline::Period& period : coverage.periods) json.text(period.name);
    json.close(']').key("all");
    write_source(json, coverage.all);
    json.key("sources").open('[');
    for (const Source& source : coverage.sources) write_source(json, source);
    json.close(']');
    write_problems(json, coverage.problems, search.query);
    json.close('}');
    to += '\n';
}

}  // namespace morgue::render

// Timelines as tables and JSON.
#include "render/timeline.hpp"

#include <array>

#include "render/json_parts.hpp"
#include "render/separated.hpp"
#include "render/tables.hpp"

namespace morgue::render {

std::string_view name_of(TimelineRequest::Every every) {
    constexpr std::array<std::string_view, 5> names{"automatic", "day", "week", "month", "year"};
    return names[std::size_t(every)];
}

std::string_view name_of(TimelineRequest::Per per) {
    constexpr std::array<std::string_view, 3> names{"articles", "words", "source"};
    return names[std::size_t(per)];
}

std::string title_of(const Timeline& timeline, const Timeline::Series& series) {
    const std::string& text = timeline.queries[series.query].text;
    const std::string query = text.empty() ? "*" : text;
    return series.value.empty() ? query : query + ": " + series.value;
}

namespace {

void write(JsonWriter& json, const Timeline& timeline, const Timeline::Series& series) {
    json.open('{')
        .key("query")
        .text(timeline.queries[series.query].text)
        .key("value")
        .known(series.value);
    json.key("total").number(series.total).key("undated").number(series.undated);
    json.key("coarse").number(series.coarse).key("outside").number(series.outside);
    json.key("cells").open('[');
    for (std::size_t i = 0; i < series.cells.size(); ++i) {
        const Timeline::Cell& cell = series.cells[i];
        json.open('{').key("period").text(timeline.periods[i].name).key("count");
        if (cell.articles)
            json.number(cell.count);
        else
            json.null();
        json.key("articles").number(cell.articles).key("words").number(cell.words);
        write_number(json.key("rate"), cell.rate);
        write_number(json.key("smoothed"), cell.smoothed);
        json.key("burst").boolean(cell.burst).key("query").text(cell.query).close('}');
    }
    json.close(']').key("bursts").open('[');
    for (const Timeline::Burst& burst : series.bursts) {
        json.open('{').key("first").text(timeline.periods[burst.first].name);
        json.key("last").text(timeline.periods[burst.last].name);
        json.key("weight").number(burst.weight).close('}');
    }
    json.close(']').close('}');
}

}  // namespace

void csv_timeline(std::string& to, const TimelineView& view) {
    {
        Row header(to, view.style, csv);
        for (const auto* name : {"query", "value", "period", "first", "last", "count", "articles",
                                 "words", "rate", "smoothed", "burst", "cell"})
            header.add(name);
    }
    for (const Timeline::Series& series : view.timeline.series) {
        for (std::size_t i = 0; i < series.cells.size(); ++i) {
            const Timeline::Period& period = view.timeline.periods[i];
            const Timeline::Cell& cell = series.cells[i];
            Row row(to, view.style, csv);
            row.add(view.timeline.queries[series.query].text);
            row.add(series.value);
            row.add(period.name);
            row.add(period.first.iso());
            row.add(period.last.iso());
            if (cell.articles)
                row.add(cell.count);
            else
                row.add("");
            row.add(cell.articles);
            row.add(cell.words);
            row.add(cell.rate);
            row.add(cell.smoothed);
            row.add(cell.burst ? "true" : "false");
            row.add(cell.query);
        }
    }
}

void json_timeline(std::string& to, const TimelineView& view) {
    const Timeline& timeline = view.timeline;
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1));
    json.key("every").text(name_of(timeline.every)).key("per").text(name_of(timeline.per));
    json.key("smooth").number(std::uint64_t(timeline.smooth));
    json.key("counted").text(unit_name(view.search));
    json.key("undated").number(timeline.undated).key("coarse").number(timeline.coarse);
    json.key("outside").number(timeline.outside);
    json.key("periods").open('[');
    for (const Timeline::Period& period : timeline.periods) {
        json.open('{').key("period").text(period.name);
        json.key("first").text(period.first.iso()).key("last").text(period.last.iso());
        json.key("articles").number(period.articles).key("words").number(period.words).close('}');
    }
    json.close(']').key("series").open('[');
    for (const Timeline::Series& series : timeline.series) write(json, timeline, series);
    json.close(']').key("problems").open('[');
    for (const Timeline::Query& query : timeline.queries)
        for (const Problem& problem : query.problems)
            write_problem(json, problem, CodePoints(query.text));
    json.close(']').close('}');
    to += '\n';
}

}  // namespace morgue::render

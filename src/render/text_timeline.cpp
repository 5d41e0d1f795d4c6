// Timelines for people: a row a period, with bars.
#include <algorithm>

#include "render/numbers.hpp"
#include "render/tables.hpp"
#include "render/timeline.hpp"

namespace morgue::render {

namespace {

constexpr std::size_t default_width = 80, least_bar = 10;
constexpr std::string_view burst_mark = " *";

std::string rate_text(TimelineRequest::Per per, double rate) {
    return per == TimelineRequest::Per::words ? fixed(rate, rate < 10 ? 2 : 1) : percent(rate);
}

std::string rate_name(TimelineRequest::Per per) {
    if (per == TimelineRequest::Per::words) return "for a million words";
    return per == TimelineRequest::Per::source ? "mean of the sources' shares" : "share of all";
}

// What has no place in the rows.
std::string left_out(const Timeline::Series& series) {
    std::string out;
    const auto add = [&](std::uint64_t count, const char* what) {
        if (count) out += (out.empty() ? "; left out: " : ", ") + grouped(count) + ' ' + what;
    };
    add(series.undated, "undated");
    add(series.coarse, "dated less exactly");
    add(series.outside, "outside the range");
    return out;
}

class Chart {
public:
    Chart(const TimelineView& view, const Timeline::Series& series)
        : view_(view), series_(series), timeline_(view.timeline) {
        for (std::size_t i = 0; i < series.cells.size(); ++i) {
            name_ = std::max(name_, timeline_.periods[i].name.size());
            count_ = std::max(count_, grouped(series.cells[i].count).size());
            rate_ = std::max(rate_, rate_of(i).size());
            most_ = std::max(most_, height(series.cells[i]));
        }
        const std::size_t width = view.style.width ? view.style.width : default_width;
        const std::size_t taken = 2 + name_ + 2 + count_ + 2 + rate_ + 2 + burst_mark.size();
        bar_ = width > taken + least_bar ? width - taken : least_bar;
    }

    void add_to(std::string& to) const {
        for (std::size_t i = 0; i < series_.cells.size();) {
            const std::size_t gap = gap_from(i);
            if (gap > 0)
                add_gap(to, i, gap);
            else
                add_row(to, i);
            i += std::max<std::size_t>(1, gap);
        }
    }

private:
    // How many periods from this one on have nothing to count in.
    std::size_t gap_from(std::size_t i) const {
        std::size_t end = i;
        while (end < series_.cells.size() && series_.cells[end].articles == 0) ++end;
        return end - i;
    }

    void add_gap(std::string& to, std::size_t i, std::size_t periods) const {
        std::string name;
        append_cell(name, timeline_.periods[i].name, name_);
        paint(to += "  ", view_.style, Ink::faint,
              name + "  nothing published" +
                  (periods > 1 ? " until " + timeline_.periods[i + periods - 1].name : ""));
        to += '\n';
    }

    void add_row(std::string& to, std::size_t i) const {
        const Timeline::Cell& cell = series_.cells[i];
        append_cell(to += "  ", timeline_.periods[i].name, name_);
        append_number(to += "  ", grouped(cell.count), count_);
        append_number(to += "  ", rate_of(i), rate_);
        std::string bars = bar(std::size_t(height(cell) * 1e6), std::size_t(most_ * 1e6), bar_);
        if (!bars.empty()) paint(to += "  ", view_.style, Ink::bar, bars);
        if (cell.burst) paint(to, view_.style, Ink::match, burst_mark);
        to += '\n';
    }

    std::string rate_of(std::size_t i) const {
        const Timeline::Cell& cell = series_.cells[i];
        return cell.rate ? rate_text(timeline_.per, *cell.smoothed) : "";
    }
    double height(const Timeline::Cell& cell) const {
        return view_.rates ? cell.smoothed.value_or(0) : double(cell.count);
    }

    const TimelineView& view_;
    const Timeline::Series& series_;
    const Timeline& timeline_;
    std::size_t name_ = 0, count_ = 0, rate_ = 0, bar_ = 0;
    double most_ = 0;
};

void add_heading(std::string& to, const TimelineView& view, const Timeline::Series& series) {
    const Timeline& timeline = view.timeline;
    paint(to, view.style, Ink::label, title_of(timeline, series));
    std::string text = "  " + counted_text(series.total, view.search) + " by " +
                       std::string(name_of(timeline.every)) + ", " + rate_name(timeline.per);
    if (timeline.smooth > 1) text += " smoothed over " + std::to_string(timeline.smooth);
    paint(to, view.style, Ink::faint, text + left_out(series));
    to += '\n';
}

void add_bursts(std::string& to, const TimelineView& view, const Timeline::Series& series) {
    std::string text;
    for (const Timeline::Burst& burst : series.bursts) {
        const std::string& first = view.timeline.periods[burst.first].name;
        const std::string& last = view.timeline.periods[burst.last].name;
        text += (text.empty() ? "  * burst " : ", ") + first + (first == last ? "" : " to " + last);
        text += " (weight " + fixed(burst.weight, 1) + ")";
    }
    if (text.empty()) return;
    paint(to, view.style, Ink::faint, text);
    to += '\n';
}

}  // namespace

void text_timeline(std::string& to, const TimelineView& view) {
    for (const Timeline::Series& series : view.timeline.series) {
        if (&series != &view.timeline.series.front()) to += '\n';
        add_heading(to, view, series);
        if (series.total > 0) Chart(view, series).add_to(to);
        add_bursts(to, view, series);
    }
}

}  // namespace morgue::render

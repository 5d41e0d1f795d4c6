// Timelines as SVG: a line a series, broken where nothing was published, bursts shaded.
#include <algorithm>
#include <array>
#include <cmath>

#include "render/numbers.hpp"
#include "render/tables.hpp"
#include "render/timeline.hpp"
#include "render/xml.hpp"

namespace morgue::render {

namespace {

// Told apart by the colour-blind, too: Okabe and Ito, "Color Universal Design" (2008).
constexpr std::array<std::string_view, 7> palette{"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                                                  "#E69F00", "#56B4E9", "#000000"};
constexpr double width = 960, plot_height = 320, left = 70, right = 20, top = 20;
constexpr double bottom = 46, legend_line = 20;
constexpr std::size_t most_names = 12;  // of periods along the axis

// The next of 1, 2, 5, 10, 20, ... that is not less.
double round_up(double value) {
    if (value <= 0) return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0})
        if (step * power >= value * (1 - 1e-9)) return step * power;
    return 10 * power;
}

class Plot {
public:
    explicit Plot(const TimelineView& view) : view_(view), timeline_(view.timeline) {
        double most = 0;
        for (const Timeline::Series& series : timeline_.series)
            for (const Timeline::Cell& cell : series.cells)
                most = std::max(most, value(cell).value_or(0));
        most_ = round_up(most);
    }

    void add_to(std::string& to) const {
        const double height =
            top + plot_height + bottom + legend_line * double(timeline_.series.size());
        to += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + fixed(width, 0) + " " +
              fixed(height, 0) + "\" font-family=\"sans-serif\" font-size=\"12\">\n" +
              "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
        add_axes(to);
        for (std::size_t i = 0; i < timeline_.series.size(); ++i) add_series(to, i);
        to += "</svg>\n";
    }

private:
    std::optional<double> value(const Timeline::Cell& cell) const {
        if (view_.rates) return cell.smoothed;
        return cell.articles ? std::optional(double(cell.count)) : std::nullopt;
    }
    double x(double period) const {
        const double periods = double(std::max<std::size_t>(1, timeline_.periods.size()));
        return left + (width - left - right) * (period + 0.5) / periods;
    }
    double y(double value) const { return top + plot_height * (1 - value / most_); }

    std::string value_text(double value) const {
        if (!view_.rates) return shortest(value);
        return timeline_.per == TimelineRequest::Per::words ? shortest(value)
                                                            : shortest(value * 100) + "%";
    }

    void add_text(std::string& to, double at_x, double at_y, std::string_view anchor,
                  std::string_view text) const {
        to += "<text x=\"" + fixed(at_x, 1) + "\" y=\"" + fixed(at_y, 1) + "\" text-anchor=\"";
        to.append(anchor).append("\">").append(escaped(text)).append("</text>\n");
    }

    void add_axes(std::string& to) const {
        for (const double share : {0.0, 0.5, 1.0}) {
            const std::string at = fixed(y(share * most_), 1);
            to += "<path d=\"M" + fixed(left, 0) + " " + at + "H" + fixed(width - right, 0) +
                  "\" stroke=\"#ccc\"/>\n";
            add_text(to, left - 6, y(share * most_) + 4, "end", value_text(share * most_));
        }
        const std::size_t periods = timeline_.periods.size();
        const std::size_t step = std::max<std::size_t>(1, (periods + most_names - 1) / most_names);
        for (std::size_t i = 0; i < periods; i += step)
            add_text(to, x(double(i)), top + plot_height + 18, "middle", timeline_.periods[i].name);
    }

    void add_series(std::string& to, std::size_t number) const {
        const Timeline::Series& series = timeline_.series[number];
        const std::string color(palette[number % palette.size()]);
        for (const Timeline::Burst& burst : series.bursts)
            to += "<rect x=\"" + fixed(x(double(burst.first) - 0.5), 1) + "\" y=\"" +
                  fixed(top, 0) + "\" width=\"" +
                  fixed(x(double(burst.last)) - x(double(burst.first) - 1), 1) + "\" height=\"" +
                  fixed(plot_height, 0) + "\" fill=\"" + color + "\" opacity=\"0.12\"/>\n";
        to += "<path d=\"" + line(series) + "\" fill=\"none\" stroke=\"" + color +
              "\" stroke-width=\"2\"/>\n";
        for (std::size_t i = 0; i < series.cells.size(); ++i) add_point(to, series, i, color);
        const double at = top + plot_height + bottom + legend_line * double(number);
        to += "<rect x=\"" + fixed(left, 0) + "\" y=\"" + fixed(at - 10, 1) +
              "\" width=\"12\" height=\"12\" fill=\"" + color + "\"/>\n";
        add_text(
            to, left + 18, at, "start",
            title_of(timeline_, series) + " (" + counted_text(series.total, view_.search) + ")");
    }

    std::string line(const Timeline::Series& series) const {
        std::string out;
        bool drawing = false;
        for (std::size_t i = 0; i < series.cells.size(); ++i) {
            const auto height = value(series.cells[i]);
            if (height)
                out += (drawing ? "L" : "M") + fixed(x(double(i)), 1) + " " + fixed(y(*height), 1);
            drawing = height.has_value();
        }
        return out;
    }

    // Its title, which a browser shows, carries the query that opens it.
    void add_point(std::string& to, const Timeline::Series& series, std::size_t i,
                   const std::string& color) const {
        const Timeline::Cell& cell = series.cells[i];
        const auto height = value(cell);
        if (!height) return;
        to += "<circle cx=\"" + fixed(x(double(i)), 1) + "\" cy=\"" + fixed(y(*height), 1) +
              "\" r=\"3\" fill=\"" + color + "\"><title>" +
              escaped(timeline_.periods[i].name + ": " + std::to_string(cell.count) + " of " +
                      std::to_string(cell.articles) + "\n" + cell.query) +
              "</title></circle>\n";
    }

    const TimelineView& view_;
    const Timeline& timeline_;
    double most_ = 1;
};

}  // namespace

void svg_timeline(std::string& to, const TimelineView& view) {
    Plot(view).add_to(to);
}

}  // namespace morgue::render

#include "explore/measures.hpp"

#include <algorithm>
#include <cmath>

namespace morgue::explore {

namespace {

double cell(double observed, double expected) {
    return observed > 0 ? observed * std::log(observed / expected) : 0;
}

}  // namespace

double mutual_information(const Contingency& counts) {
    return std::log2(counts.both / counts.expected());
}

double t_score(const Contingency& counts) {
    return (counts.both - counts.expected()) / std::sqrt(counts.both);
}

double log_likelihood(const Contingency& counts) {
    const auto [both, rows, columns, all] = counts;
    if (rows <= 0 || columns <= 0 || all <= 0) return 0;
    const double sum = cell(both, rows * columns / all) +
                       cell(rows - both, rows * (all - columns) / all) +
                       cell(columns - both, (all - rows) * columns / all) +
                       cell(all - rows - columns + both, (all - rows) * (all - columns) / all);
    const double g2 = std::max(0.0, 2 * sum);
    return both < counts.expected() ? -g2 : g2;
}

double chi_square(const Contingency& counts) {
    const auto [both, rows, columns, all] = counts;
    const double margins = rows * columns * (all - rows) * (all - columns);
    if (margins <= 0) return 0;
    const double difference =
        both * (all - rows - columns + both) - (rows - both) * (columns - both);
    return all * difference * difference / margins;
}

double p_value(double statistic) {
    return std::erfc(std::sqrt(std::abs(statistic) / 2));
}

double cramers_v(double chi_square, double all) {
    return all > 0 ? std::sqrt(chi_square / all) : 0;
}

double log_ratio(double count, double all, double other_count, double other_all) {
    const auto share = [](double n, double of) { return (n > 0 ? n : 0.5) / std::max(1.0, of); };
    const double ratio = std::log2(share(count, all) / share(other_count, other_all));
    const bool other_side = count * other_all > other_count * all ? ratio < 0 : ratio > 0;
    return other_side ? 0 : ratio;
}

}  // namespace morgue::explore

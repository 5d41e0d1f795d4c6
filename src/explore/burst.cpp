#include "explore/burst.hpp"

#include <array>
#include <cmath>

namespace morgue::explore {

namespace {

constexpr double s = 2;      // how many times as frequent the burst state is
constexpr double gamma = 1;  // what it costs to enter it, in units of ln(batches)

// -ln of the binomial probability, without its coefficient, which is the same for both states.
double cost(const Batch& batch, double share) {
    return -(double(batch.relevant) * std::log(share) +
             double(batch.all - batch.relevant) * std::log1p(-share));
}

struct Step {
    std::array<bool, 2> from;  // for each state: whether the cheapest way came from the burst state
};

// The states of the cheapest way through all batches: Viterbi.
std::vector<bool> states(std::span<const Batch> batches, double base) {
    const double entry = gamma * std::log(double(batches.size()));
    std::array<double, 2> sum{0, entry};  // it begins in the base state
    std::vector<Step> steps;
    for (const Batch& batch : batches) {
        const bool low_from = sum[1] < sum[0], high_from = sum[1] <= sum[0] + entry;
        const double low = low_from ? sum[1] : sum[0];
        const double high = high_from ? sum[1] : sum[0] + entry;
        steps.push_back({{low_from, high_from}});
        sum = {low + cost(batch, base), high + cost(batch, s * base)};
    }
    std::vector<bool> out(batches.size());
    bool state = sum[1] < sum[0];
    for (std::size_t i = batches.size(); i-- > 0;) {
        out[i] = state;
        state = steps[i].from[state];
    }
    return out;
}

}  // namespace

std::vector<Timeline::Burst> bursts(std::span<const Batch> batches) {
    Batch sum;
    for (const Batch& batch : batches) {
        sum.relevant += batch.relevant;
        sum.all += batch.all;
    }
    const double base = sum.all ? double(sum.relevant) / double(sum.all) : 0;
    std::vector<Timeline::Burst> out;
    if (base <= 0 || s * base >= 1) return out;
    const std::vector<bool> burst = states(batches, base);
    for (std::size_t i = 0; i < burst.size(); ++i) {
        if (!burst[i]) continue;
        if (i == 0 || !burst[i - 1]) out.push_back({i, i, 0});
        out.back().last = i;
        out.back().weight += cost(batches[i], base) - cost(batches[i], s * base);
    }
    return out;
}

}  // namespace morgue::explore

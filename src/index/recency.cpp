#include "index/recency.hpp"

#include <algorithm>
#include <cmath>

#include "index/ranking.hpp"
#include "index/terms.hpp"

namespace morgue::index {

RecencySource::RecencySource(double worth, std::chrono::sys_seconds today)
    : Xapian::ValuePostingSource(Slot::date_first), worth_(worth), today_(today) {}

void RecencySource::init(const Xapian::Database& segment) {
    Xapian::ValuePostingSource::init(segment);
    set_maxweight(worth_);
}

double RecencySource::get_weight() const {
    using Days = std::chrono::duration<double, std::ratio<86'400>>;
    const Days age = today_ - decode_time(get_value());
    return worth_ * std::exp2(-std::max(0.0, age.count()) / ranking::half_life_days);
}

std::chrono::sys_seconds today_of(const Xapian::Database& database) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return std::min(now, decode_time(database.get_value_upper_bound(Slot::date_first)));
}

}  // namespace morgue::index

#include "index/ranking.hpp"

#include <cmath>

namespace morgue::index::ranking {

double rarity(std::size_t articles, std::size_t having) {
    const double odds = (double(articles) - double(having) + 0.5) / (double(having) + 0.5);
    return std::log(odds < 2 ? odds * 0.5 + 1 : odds);  // as Xapian keeps it above 0
}

}  // namespace morgue::index::ranking

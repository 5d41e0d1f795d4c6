#include "story/overlap.hpp"

namespace morgue::story {

Overlap overlap(const ShingleSet& a, const ShingleSet& b) {
    Overlap out{0, std::min(a.size(), b.size()), std::max(a.size(), b.size())};
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        out.common += *x == *y;
        const bool less = *x < *y, greater = *y < *x;
        x += !greater;
        y += !less;
    }
    return out;
}

}  // namespace morgue::story

#include "cli/suggest.hpp"

#include <algorithm>

#include "core/edit_distance.hpp"

namespace morgue::cli {

std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& candidates) {
    constexpr std::size_t longest = 40;  // no name is; and the work grows with the square
    if (typed.empty() || typed.size() > longest) return {};
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
    for (const std::string_view candidate : candidates) {
        const bool begins = typed.size() >= 3 && candidate.starts_with(typed);
        const std::size_t distance = begins ? 1 : core::edit_distance(typed, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& candidates,
                         std::string_view prefix, std::string otherwise) {
    const std::string_view found = nearest(typed, candidates);
    if (found.empty()) return otherwise;
    return "did you mean " + std::string(prefix) + std::string(found) + "?";
}

}  // namespace morgue::cli

#pragma once
// The words around the matches of a text.
#include <functional>
#include <utility>

#include "explore/words.hpp"

namespace morgue::explore {

struct Near {
    std::uint32_t word;
    bool left;  // of the nearest match; between two at the same distance: of the second
};

class Surroundings {
public:
    Surroundings(std::size_t left, std::size_t right) : left_(left), right_(right) {}

    // Calls `visit` for each word that is near a match and belongs to none, once, in order.
    // `matches`: byte ranges, in order and apart. Only what is around them is cut into words.
    void each(std::string_view text,
              const std::vector<std::pair<std::size_t, std::size_t>>& matches, WordNumbers& numbers,
              const std::function<void(const Near&)>& visit);

private:
    using Matches = std::pair<const std::pair<std::size_t, std::size_t>*,
                              const std::pair<std::size_t, std::size_t>*>;

    void in_stretch(std::string_view stretch, std::size_t offset, Matches matches,
                    WordNumbers& numbers, const std::function<void(const Near&)>& visit);

    std::size_t left_, right_;
    std::vector<Token> tokens_;
    std::vector<std::size_t> to_left_, to_right_;
};

}  // namespace morgue::explore

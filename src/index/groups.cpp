#include "index/groups.hpp"

namespace morgue::index {

std::vector<std::uint32_t> SeenGroups::groups() const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t group = 1; group < seen_.size(); ++group)
        if (seen_[group]) out.push_back(group);
    return out;
}

}  // namespace morgue::index

#include "index/positions.hpp"

#include "index/glass/positions.hpp"
#include "index/glass/version.hpp"

namespace morgue::index {

Positions::Positions(const std::filesystem::path& segment)
    : table_(segment, glass::TableKind::position,
             glass::read_version(segment)
                 .roots[static_cast<std::size_t>(glass::TableKind::position)]) {}

const std::vector<std::uint32_t>& Positions::of(std::string_view word, Seq seq) {
    key_.clear();
    glass::put_sort_string(key_, word, false);
    glass::put_sort_uint(key_, seq);
    read_.clear();
    if (const auto tag = table_.find(key_)) glass::read_positions(*tag, read_);
    return read_;
}

}  // namespace morgue::index

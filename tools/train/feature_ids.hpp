#pragma once
// Numbers for features: those that occur often enough, by their hash.
#include <cstdint>
#include <vector>

namespace morgue::train {

class FeatureIds {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    FeatureIds() : slots_(1u << 22) {}

    // Counts one occurrence.
    void count(std::uint64_t feature) {
        Slot& slot = find_slot(feature);
        if (slot.value++ == 0) {
            slot.feature = feature;
            if (++used_ * 2 > slots_.size()) grow();
        }
    }

    // Ends counting: numbers the features that occurred `least` times.
    void number(std::uint32_t least) {
        for (Slot& slot : slots_) {
            if (slot.value == 0) continue;
            const bool enough = slot.value >= least;
            slot.value = enough ? std::uint32_t(features_.size()) + 1 : none;
            if (enough) features_.push_back(slot.feature);
        }
    }

    std::uint32_t id(std::uint64_t feature) {
        const Slot& slot = find_slot(feature);
        return slot.value == 0 || slot.value == none ? none : slot.value - 1;
    }

    // Numbers the feature whatever its count.
    std::uint32_t id_or_new(std::uint64_t feature) {
        Slot& slot = find_slot(feature);
        if (slot.value != 0 && slot.value != none) return slot.value - 1;
        slot.feature = feature;
        slot.value = std::uint32_t(features_.size()) + 1;
        features_.push_back(feature);
        return slot.value - 1;
    }

    const std::vector<std::uint64_t>& features() const { return features_; }

private:
    struct Slot {
        std::uint64_t feature = 0;
        std::uint32_t value = 0;  // a count, later a number + 1
    };

    Slot& find_slot(std::uint64_t feature) {
        std::size_t at = (feature * 0x9E3779B97F4A7C15u >> 20) & (slots_.size() - 1);
        while (slots_[at].value != 0 && slots_[at].feature != feature)
            at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old)
            if (slot.value != 0) find_slot(slot.feature) = slot;
    }

    std::vector<Slot> slots_;  // a power of two
    std::size_t used_ = 0;
    std::vector<std::uint64_t> features_;
};

}  // namespace morgue::train

#pragma once
// The distinct words (or stems) of one article: open addressing over an arena, emptied between
// articles by moving on to the next generation.
#include <array>
#include <cstdint>
#include <morgue/field.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "index/term_hash.hpp"

namespace morgue::index {

// The fields whose words are indexed, the body first.
inline constexpr std::array<Field::Id, 5> text_fields{Field::Id::body, Field::Id::headline,
                                                      Field::Id::subheadline, Field::Id::byline,
                                                      Field::Id::summary};

class WordTable {
public:
    struct Item {
        std::uint64_t leading;
        std::uint32_t text, length, hash;
        std::array<std::uint32_t, text_fields.size()> counts;  // by place in text_fields
        bool stemmable;
        std::uint32_t first_position;  // where its positions start in Entry::positions
        std::uint32_t positions;       // how many
    };

    void clear() {
        items_.clear();
        bytes_.clear();
        if (++generation_ == 0) {
            std::fill(slots_.begin(), slots_.end(), Slot{});
            generation_ = 1;
        }
    }

    std::uint32_t intern(std::string_view word) {
        const std::uint64_t leading = leading_bytes(word);
        const std::uint32_t hash = hash_term(word, leading);
        for (std::size_t at = hash & mask(); true; at = (at + 1) & mask()) {
            Slot& slot = slots_[at];
            if (slot.generation != generation_) return insert(word, leading, hash, slot);
            const Item& item = items_[slot.item];
            if (item.leading == leading && item.length == word.size() &&
                same_rest(bytes_.data() + item.text, word.data(), word.size()))
                return slot.item;
        }
    }

    Item& operator[](std::uint32_t index) { return items_[index]; }
    std::vector<Item>& items() { return items_; }
    std::string_view text(const Item& item) const {
        return std::string_view(bytes_).substr(item.text, item.length);
    }

private:
    struct Slot {
        std::uint32_t generation = 0, item = 0;
    };

    std::uint32_t insert(std::string_view word, std::uint64_t leading, std::uint32_t hash,
                         Slot& slot) {
        const auto index = std::uint32_t(items_.size());
        slot = {generation_, index};
        items_.push_back({leading,
                          std::uint32_t(bytes_.size()),
                          std::uint32_t(word.size()),
                          hash,
                          {},
                          false,
                          0,
                          0});
        bytes_.append(word);
        if (items_.size() * 2 > slots_.size()) grow();
        return index;
    }
    void grow() {
        slots_.assign(slots_.size() * 2, Slot{});
        for (std::uint32_t i = 0; i < items_.size(); ++i) {
            std::size_t at = items_[i].hash & mask();
            while (slots_[at].generation == generation_) at = (at + 1) & mask();
            slots_[at] = {generation_, i};
        }
    }
    std::size_t mask() const { return slots_.size() - 1; }

    std::vector<Slot> slots_ = std::vector<Slot>(4096);  // a power of two
    std::vector<Item> items_;
    std::string bytes_;
    std::uint32_t generation_ = 1;
};

}  // namespace morgue::index

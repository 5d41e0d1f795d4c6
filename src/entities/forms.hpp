#pragma once
// What the mentions of a word form in one document tell about it. Cleared, not freed, between
// documents. Not shared between threads.
#include <array>
#include <cstdint>
#include <vector>

#include "entities/document.hpp"
#include "entities/label.hpp"

namespace morgue::entities {

class Forms {
public:
    struct Form {
        std::uint64_t hash = 0;
        Clues clues = 0;
        bool in_lower_case = false;
        std::array<std::uint16_t, kinds + 1> labelled{};  // by kind; the last: as no name
    };

    Forms() : slots_(1024) {}

    Form& at(std::uint64_t hash);
    const Form* find(std::uint64_t hash) const;
    void clear();

private:
    std::size_t slot(std::uint64_t hash) const;
    void grow();

    std::vector<Form> slots_;  // a power of two, at most half full
    std::vector<std::uint32_t> used_;
};

}  // namespace morgue::entities

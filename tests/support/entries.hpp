#pragma once
// Index entries for tests: described in a line, or drawn at random (the same for the same seed).
#include <map>
#include <random>
#include <string>
#include <vector>

#include "index/entry.hpp"

// A word with its positions; without any it is a boolean term, unless `wdf` says otherwise.
struct TermSketch {
    std::string text;
    std::vector<std::uint32_t> positions;
    std::uint32_t wdf = 0;
};

inline morgue::index::Entry make_entry(morgue::index::Seq seq, std::vector<TermSketch> terms,
                                       std::vector<morgue::index::Entry::Value> values = {}) {
    morgue::index::Entry entry;
    entry.seq = seq;
    for (const TermSketch& term : terms) {
        const auto first = std::uint32_t(entry.positions.size());
        entry.positions.insert(entry.positions.end(), term.positions.begin(), term.positions.end());
        entry.add_term({}, term.text, term.wdf, first, std::uint32_t(term.positions.size()));
    }
    entry.values = std::move(values);
    entry.sort_terms();
    return entry;
}

class RandomEntries {
public:
    explicit RandomEntries(std::uint32_t seed) : dice_(seed) {}

    // One with about `size` distinct terms.
    morgue::index::Entry operator()(morgue::index::Seq seq, std::size_t size) {
        std::map<std::string, TermSketch> terms;
        for (std::size_t i = 0; i < size; ++i) {
            TermSketch term{word(), {}, 0};
            const std::uint32_t kind = below(8);
            if (kind >= 2) term.positions = positions();
            if (kind == 1 || kind >= 3) term.wdf = 1 + below(kind == 7 ? 400 : 3);
            terms.insert_or_assign(term.text, std::move(term));
        }
        // Xapian's check takes a document of length 0 that has positions for one that is not there.
        if (!terms.empty()) terms.begin()->second.wdf += 1;
        std::vector<TermSketch> list;
        for (auto& [text, term] : terms) list.push_back(std::move(term));
        return make_entry(seq, std::move(list), values());
    }

    std::uint32_t below(std::uint32_t end) { return std::uint32_t(dice_() % end); }

private:
    // Mostly of a small vocabulary; now and then one of a kind, with NULs, or as long as may be.
    std::string word() {
        const std::uint32_t kind = below(40);
        if (kind == 0) return std::string(1 + below(3), '\0') + char(below(256));
        if (kind == 1) return "a" + std::string(1, '\0') + std::string(below(3), '\xFF');
        if (kind == 2) return std::string(morgue::index::max_term, char('a' + below(3)));
        if (kind < 6) return "once" + std::to_string(dice_());
        return "w" + std::to_string(below(kind < 20 ? 10 : 2000));
    }
    std::vector<std::uint32_t> positions() {
        std::vector<std::uint32_t> out;
        std::uint32_t at = 0;
        const std::uint32_t count = below(30) ? 1 + below(4) : 1 + below(3000);
        for (std::uint32_t i = 0; i < count; ++i)
            out.push_back(at += 1 + (below(20) ? below(50) : below(1u << 18)));
        return out;
    }
    std::vector<morgue::index::Entry::Value> values() {
        std::vector<morgue::index::Entry::Value> out;
        for (std::uint32_t slot = 0; slot < 5; ++slot)
            if (below(3)) out.push_back({slot, std::string(1 + below(6), char(below(256)))});
        return out;
    }

    std::mt19937 dice_;
};

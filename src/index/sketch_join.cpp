#include "index/sketch_join.hpp"

#include <algorithm>

namespace morgue::index {

namespace {

struct KeyPart {
    static std::uint64_t of(std::uint64_t entry) { return entry >> 32; }
    static Seq seq(std::uint64_t entry) { return Seq(entry); }
};
struct TextPart {
    static std::uint64_t of(const SketchText& entry) { return entry.text; }
    static Seq seq(const SketchText& entry) { return Seq(entry.seq); }
};

// A place in a sorted sequence that only moves on.
template <class Part, class Entry>
class Cursor {
public:
    explicit Cursor(std::span<const Entry> entries) : rest_(entries) {}

    // To the first entry of the value or beyond, by steps that double and a binary search.
    void gallop(std::uint64_t value) {
        std::size_t step = 1;
        while (step < rest_.size() && Part::of(rest_[step - 1]) < value) step *= 2;
        const auto from = rest_.begin() + std::ptrdiff_t(step / 2);
        const auto to = rest_.begin() + std::ptrdiff_t(std::min(step, rest_.size()));
        const auto at = std::partition_point(
            from, to, [&](const Entry& entry) { return Part::of(entry) < value; });
        rest_ = rest_.subspan(std::size_t(at - rest_.begin()));
    }

    void collect(std::uint64_t value, const GoneVersions& gone, std::size_t most,
                 std::vector<Seq>& to) const {
        for (const Entry& entry : rest_) {
            if (to.size() == most || Part::of(entry) != value) return;
            if (!gone.contains(Part::seq(entry))) to.push_back(Part::seq(entry));
        }
    }

private:
    std::span<const Entry> rest_;
};

// Pairs as one number each: the article, then the other one.
template <class Part, class Entry>
std::vector<std::uint64_t> pairs(std::span<const Entry> fresh,
                                 std::vector<Cursor<Part, Entry>> older, const GoneVersions& gone,
                                 std::size_t most) {
    std::vector<std::uint64_t> out;
    std::vector<Seq> having;  // the first articles that have the value
    for (std::size_t at = 0; at < fresh.size();) {
        const std::uint64_t value = Part::of(fresh[at]);
        having.clear();
        for (auto& cursor : older) {
            cursor.gallop(value);
            cursor.collect(value, gone, most, having);
        }
        for (; at < fresh.size() && Part::of(fresh[at]) == value; ++at) {
            const Seq article = Part::seq(fresh[at]);
            if (gone.contains(article)) continue;
            for (const Seq other : having)
                if (other != article) out.push_back(std::uint64_t(article) << 32 | other);
            if (having.size() < most) having.push_back(article);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<SketchMatch> counted(const std::vector<std::uint64_t>& sorted, bool keys) {
    std::vector<SketchMatch> out;
    for (const std::uint64_t pair : sorted) {
        const SketchMatch match{Seq(pair >> 32), Seq(pair), 0};
        if (out.empty() || out.back().article != match.article || out.back().other != match.other)
            out.push_back(match);
        out.back().shared += keys;
    }
    return out;
}

}  // namespace

std::vector<SketchMatch> matches_by_keys(const SketchView& fresh, std::span<const SketchView> older,
                                         const GoneVersions& gone, std::size_t most) {
    std::vector<Cursor<KeyPart, std::uint64_t>> cursors;
    for (const SketchView& view : older) cursors.emplace_back(view.keys);
    return counted(pairs<KeyPart>(fresh.keys, std::move(cursors), gone, most), true);
}

std::vector<SketchMatch> matches_by_text(const SketchView& fresh, std::span<const SketchView> older,
                                         const GoneVersions& gone, std::size_t most) {
    std::vector<Cursor<TextPart, SketchText>> cursors;
    for (const SketchView& view : older) cursors.emplace_back(view.texts);
    return counted(pairs<TextPart>(fresh.texts, std::move(cursors), gone, most), false);
}

}  // namespace morgue::index

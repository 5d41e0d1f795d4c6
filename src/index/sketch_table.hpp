#pragma once
// The sketches of a segment's articles, sorted so that the articles which share a key with a new
// one are found at once. The file (sketches.bin) is mapped, little-endian, 8 bytes aligned:
//
//   "MORGSKE1"
//   rows     u64 text  u32 shingles  u32 reach     of first_seq, first_seq + 1, ...; a gap is zeros
//   texts    u64 text  u64 seq                     sorted
//   keys     u64 key << 32 | seq                   sorted
//   u64 first_seq  u64 rows  u64 texts  u64 keys
//   16 bytes fingerprint of all before, in blocks of 1 MB
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "core/files.hpp"
#include "index/entry.hpp"

namespace morgue::index {

inline constexpr std::string_view sketch_file = "sketches.bin";

struct SketchRow {
    std::uint64_t text = 0;
    std::uint32_t shingles = 0, reach = 0;
    bool operator==(const SketchRow&) const = default;
};
SketchRow row_of(const story::Sketch& sketch);

struct SketchText {
    std::uint64_t text = 0, seq = 0;
    auto operator<=>(const SketchText&) const = default;
};

struct SketchView {
    Seq first = 1;
    std::span<const SketchRow> rows;
    std::span<const SketchText> texts;
    std::span<const std::uint64_t> keys;

    const SketchRow* row(Seq seq) const {
        return seq >= first && seq - first < rows.size() ? &rows[seq - first] : nullptr;
    }
};

// In memory.
class SketchRun {
public:
    // With ascending seq.
    void add(Seq seq, const story::Sketch& sketch);
    std::size_t articles() const { return articles_; }
    void clear() { *this = {}; }

    // Sorts; views got before are of no use then.
    SketchView view();

    void write(const std::filesystem::path& path);

private:
    Seq first_ = 1;
    std::size_t articles_ = 0;
    bool sorted_ = true;
    std::vector<SketchRow> rows_;
    std::vector<SketchText> texts_;
    std::vector<std::uint64_t> keys_;
};

// Merges the sketches of segments, which hold ascending ranges of seq, into sketches.bin of
// `folder`, leaving out the dead.
void merge_sketches(std::span<const std::filesystem::path> sources, std::span<const Seq> dead,
                    const std::filesystem::path& folder);

// One segment's, mapped.
class SketchTable {
public:
    // Throws Error::Kind::corrupt.
    explicit SketchTable(const std::filesystem::path& path);

    const SketchView& view() const { return view_; }

    // Whether every byte is as it was written; reads the whole file.
    bool intact() const;

private:
    core::MappedFile file_;
    SketchView view_;
};

}  // namespace morgue::index

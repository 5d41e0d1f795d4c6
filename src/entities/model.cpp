#include "entities/model.hpp"

#include <bit>
#include <cassert>
#include <cstring>

#include "embedded/entity_model.hpp"

namespace morgue::entities {

static_assert(std::endian::native == std::endian::little, "the model file is little-endian");

namespace {

// Takes one array of the file after another.
class Sections {
public:
    explicit Sections(std::string_view file) : file_(file), at_(0) {
        assert(reinterpret_cast<std::uintptr_t>(file.data()) % 64 == 0);
    }

    template <class T>
    std::span<const T> take(std::size_t count) {
        const std::size_t begin = at_;
        at_ += (count * sizeof(T) + 63) / 64 * 64;
        assert(at_ <= file_.size());
        return {reinterpret_cast<const T*>(file_.data() + begin), count};
    }

private:
    std::string_view file_;
    std::size_t at_;
};

}  // namespace

struct ModelParts {
    explicit ModelParts(std::string_view file) {
        Sections sections(file);
        header = sections.take<ModelHeader>(1).data();
        assert(header->magic == ModelHeader::right_magic);
        lines = sections.take<Line>(header->lines);
        gazetteer_keys = sections.take<std::uint32_t>(header->gazetteer);
        gazetteer = sections.take<Traits>(header->gazetteer);
        meaning_keys = sections.take<std::uint32_t>(header->meanings);
        meanings = sections.take<std::uint16_t>(header->meanings);
        wider = sections.take<Lexicon::Wider>(header->clusters);
    }

    const ModelHeader* header = nullptr;
    std::span<const Line> lines;
    std::span<const std::uint32_t> gazetteer_keys, meaning_keys;
    std::span<const Traits> gazetteer;
    std::span<const std::uint16_t> meanings;
    std::span<const Lexicon::Wider> wider;
};

Model::Model(std::string_view file) : Model(ModelParts(file)) {}

Model::Model(const ModelParts& parts)
    : weights(parts.lines),
      lexicon({parts.gazetteer_keys, parts.gazetteer}, {parts.meaning_keys, parts.meanings},
              parts.wider) {
    for (std::size_t before = 0; before < labels; ++before)
        for (std::size_t after = 0; after < labels; ++after)
            transitions[before][after] = parts.header->transitions[before][after];
}

const Model& built_in_model() {
    static const Model model(embedded::entity_model());
    return model;
}

}  // namespace morgue::entities

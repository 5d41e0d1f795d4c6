#include "entities/model.hpp"

#include <cassert>
#include <cstring>

#include "embedded/entity_model.hpp"
#include "entities/sections.hpp"

namespace morgue::entities {

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

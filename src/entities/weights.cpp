#include "entities/weights.hpp"

#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace morgue::entities {

namespace {

std::uint16_t fingerprint_of(const Row& row) {
    std::uint16_t fingerprint = 0;
    std::memcpy(&fingerprint, &row[row_width - 2], sizeof fingerprint);
    return fingerprint;
}

alignas(16) constexpr Row no_row{};

}  // namespace

void Weights::add_portably(std::span<const std::uint64_t> features, Scores& scores) const {
    for (const std::uint64_t feature : features) {
        const Line& line = lines_[row_line(feature, lines_.size())];
        for (const Row& row : line.rows) {
            if (fingerprint_of(row) != row_fingerprint(feature)) continue;
            for (std::size_t label = 0; label < labels; ++label)
                scores[label] = std::int16_t(scores[label] + row[label]);
            break;
        }
    }
}

#ifdef __SSE2__

void Weights::add(std::span<const std::uint64_t> features, Scores& scores) const {
    auto* to = reinterpret_cast<__m128i*>(scores.data());
    __m128i low = _mm_loadu_si128(to), high = _mm_loadu_si128(to + 1);
    const __m128i zero = _mm_setzero_si128();
    for (const std::uint64_t feature : features) {
        const Line& line = lines_[row_line(feature, lines_.size())];
        const std::uint16_t wanted = row_fingerprint(feature);
        const Row* row = &no_row;
        for (std::size_t place = line.rows.size(); place-- > 0;)
            row = fingerprint_of(line.rows[place]) == wanted ? &line.rows[place] : row;
        const __m128i bytes = _mm_load_si128(reinterpret_cast<const __m128i*>(row->data()));
        const __m128i sign = _mm_cmpgt_epi8(zero, bytes);
        low = _mm_add_epi16(low, _mm_unpacklo_epi8(bytes, sign));
        high = _mm_add_epi16(high, _mm_unpackhi_epi8(bytes, sign));
    }
    _mm_storeu_si128(to, low);
    _mm_storeu_si128(to + 1, high);
}

#else

void Weights::add(std::span<const std::uint64_t> features, Scores& scores) const {
    add_portably(features, scores);
}

#endif

}  // namespace morgue::entities

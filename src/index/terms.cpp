#include "index/terms.hpp"

#include <algorithm>

#include "core/hash.hpp"
#include "index/entry.hpp"
#include "text/utf8.hpp"
#include "text/wildcards.hpp"
#include "text/words.hpp"

namespace morgue::index {

namespace {

std::string big_endian(std::uint64_t number, std::size_t width) {
    std::string out(width, '\0');
    for (std::size_t i = width; i-- > 0; number >>= 8) out[i] = char(number & 0xFF);
    return out;
}

std::string hexadecimal(const core::Hash& hash) {
    std::string out;
    for (std::size_t i = 0; i < 8; ++i) {
        out += "0123456789abcdef"[hash[i] >> 4];
        out += "0123456789abcdef"[hash[i] & 15];
    }
    return out;
}

constexpr std::chrono::sys_days year_one{std::chrono::year{1} / std::chrono::January / 1};

bool is_name(Field::Id field) {
    return morgue::field(field).kind == Field::Kind::entity || field == Field::Id::author;
}

// Cut to fit.
std::string bounded(std::string term) {
    if (term.size() <= max_term) return term;
    const std::string fingerprint = '#' + hexadecimal(core::hash(term));
    return term.substr(0, max_term - fingerprint.size()) + fingerprint;
}

constexpr std::array kind_fields{Field::Id::person, Field::Id::organisation, Field::Id::place};

}  // namespace

PositionRange positions_of(Field::Id text_field) {
    if (text_field == Field::Id::body) return {1, body_end - 1};
    const auto stretch = std::uint32_t(text_field) - std::uint32_t(Field::Id::headline);
    const std::uint32_t first = body_end + stretch * field_stretch;
    return {first, first + field_stretch - 1000};
}

std::string encode_time(std::chrono::sys_seconds when) {
    using namespace std::chrono;
    return big_endian(std::uint64_t(std::max<std::int64_t>(0, (when - year_one).count())), 5);
}

std::chrono::sys_seconds decode_time(std::string_view value) {
    std::int64_t seconds = 0;
    for (const char byte : value) seconds = seconds << 8 | static_cast<unsigned char>(byte);
    return year_one + std::chrono::seconds(seconds);
}

std::string encode_number(std::uint64_t number) {
    return big_endian(std::min<std::uint64_t>(number, UINT32_MAX), 4);
}

std::uint64_t decode_number(std::string_view value) {
    std::uint64_t number = 0;
    for (const char byte : value) number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

std::string value_term(Field::Id field, std::string_view value) {
    std::string term(morgue::field(field).prefix);
    term += is_name(field) ? text::name_key(value) : text::fold(text::one_line(value));
    return bounded(std::move(term));
}

std::string name_term(Field::Id field, std::string_view key) {
    std::string term(morgue::field(field).prefix);
    if (field == Field::Id::person && key.find(' ') == key.npos) term += '=';
    return bounded(term.append(key));
}

Field::Id field_of(Entity::Kind kind) {
    return kind_fields[std::size_t(kind)];
}

std::optional<Entity::Kind> kind_of(Field::Id field) {
    for (std::size_t kind = 0; kind < kind_fields.size(); ++kind)
        if (kind_fields[kind] == field) return Entity::Kind(kind);
    return std::nullopt;
}

std::string has_term(Field::Id field) {
    return std::string(morgue::field(Field::Id::has).prefix) +
           std::string(morgue::field(field).name);
}

std::string value_pattern(Field::Id field, std::string_view value) {
    if (!is_name(field)) return text::fold(text::one_line(value));
    std::string pattern;
    for (const text::WildWord& part : text::wild_words(value))
        (pattern += pattern.empty() ? "" : " ") += part.folded;
    return pattern;
}

}  // namespace morgue::index

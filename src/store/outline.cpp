#include "store/outline.hpp"

#include <algorithm>

namespace morgue::store {

OutlineReader::OutlineReader(Database& database)
    : row_(database, "SELECT article_id, hash, source, published FROM version WHERE seq = ?") {}

std::optional<Outline> OutlineReader::at(Seq seq) {
    row_.bind(0, std::int64_t(seq));
    std::optional<Outline> out;
    if (row_.step()) {
        out.emplace();
        out->id = row_.number(0);
        const std::string_view hash = row_.view(1);
        std::copy_n(hash.begin(), std::min(hash.size(), out->hash.size()), out->hash.begin());
        out->source = row_.text(2);
        out->published = parse_iso_date(row_.view(3));
    }
    row_.reset();
    return out;
}

}  // namespace morgue::store

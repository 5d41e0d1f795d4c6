#include "index/glass/posting_key.hpp"

#include "index/glass/damage.hpp"

namespace morgue::index::glass {

namespace {

// Where a term's escaped bytes end: at a 00 that no FF follows.
std::size_t term_end(std::string_view key) {
    for (std::size_t zero = key.find('\0'); zero != std::string_view::npos;
         zero = key.find('\0', zero + 2))
        if (zero + 1 == key.size() || std::uint8_t(key[zero + 1]) != 0xFF) return zero;
    return key.size();
}

PostingKey special(std::string_view key) {
    Decoder in(key.substr(2));
    PostingKey out{PostingKey::Kind::metadata, key.substr(0, 2)};
    switch (std::uint8_t(key[1])) {
        case 0xC0:
            return out;
        case 0xD0:
            out.kind = PostingKey::Kind::value_statistics;
            out.slot = std::uint32_t(in.uint_last());
            return out;
        case 0xD8:
            out.kind = PostingKey::Kind::value_chunk;
            out.slot = std::uint32_t(in.uint());
            out.first = in.sort_uint();
            return out;
        case 0xE0:
            out.kind = PostingKey::Kind::lengths;
            if (!in.done()) out.first = in.sort_uint();
            return out;
        default:
            damaged("a key of the postlist table is unknown");
    }
}

}  // namespace

PostingKey parse_posting_key(std::string_view key) {
    if (key.size() >= 2 && key[0] == '\0' && std::uint8_t(key[1]) != 0xFF) return special(key);
    const std::size_t end = term_end(key);
    PostingKey out{PostingKey::Kind::term, key.substr(0, end)};
    if (end < key.size()) out.first = Decoder(key.substr(end + 1)).sort_uint();
    return out;
}

}  // namespace morgue::index::glass

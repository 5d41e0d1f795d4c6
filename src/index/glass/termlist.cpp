#include "index/glass/termlist.hpp"

#include <algorithm>

namespace morgue::index::glass {

namespace {

std::size_t shared(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t n = 0;
    while (n < most && a[n] == b[n]) ++n;
    return n;
}

}  // namespace

std::uint64_t length_of(const Entry& entry) {
    std::uint64_t length = 0;
    for (const Entry::Term& term : entry.terms) length += term.wdf;
    return length;
}

void put_termlist(std::string& out, const Entry& entry) {
    if (entry.terms.empty()) return;
    put_uint(out, length_of(entry));
    put_uint(out, entry.terms.size());
    std::string_view before;
    for (const Entry::Term& term : entry.terms) {
        const std::string_view text = entry.text(term);
        if (before.data() == nullptr) {
            out.push_back(char(text.size()));
            out.append(text);
            put_uint(out, term.wdf);
            before = text;
            continue;
        }
        const std::size_t same = shared(before, text);
        // A small wdf and the shared length go into one byte.
        const std::uint64_t packed =
            term.wdf < 127 ? (term.wdf + 1) * (before.size() + 1) + same : 256;
        out.push_back(char(packed < 256 ? packed : same));
        out.push_back(char(text.size() - same));
        out.append(text.substr(same));
        if (packed >= 256) put_uint(out, term.wdf);
        before = text;
    }
}

void put_slots(std::string& out, const Entry& entry) {
    bool first = true;
    std::uint32_t before = 0;
    for (const Entry::Value& value : entry.values) {  // by slot
        put_uint(out, first ? value.slot : value.slot - before - 1);
        before = value.slot;
        first = false;
    }
}

}  // namespace morgue::index::glass

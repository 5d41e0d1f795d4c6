#include "index/term_list.hpp"

#include "index/guard.hpp"

namespace morgue::index {

std::vector<ListedTerm> terms_of(const Snapshot& snapshot, Seq seq, std::string_view prefix) {
    std::vector<ListedTerm> out;
    const auto segment = snapshot.segment_of(seq);
    if (!segment) return out;
    guard("the index", [&] {
        const Xapian::Database& database = snapshot.segment(*segment);
        try {
            const auto end = database.termlist_end(seq);
            auto term = database.termlist_begin(seq);
            if (!prefix.empty()) term.skip_to(std::string(prefix));
            for (; term != end; ++term) {
                std::string text = *term;
                if (!text.starts_with(prefix)) break;
                out.push_back({std::move(text), term.get_wdf()});
            }
        } catch (const Xapian::DocNotFoundError&) {
        }
    });
    return out;
}

}  // namespace morgue::index

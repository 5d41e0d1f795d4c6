#include "explore/reference.hpp"

#include "store/texts.hpp"
#include "text/words.hpp"

namespace morgue::explore {

SearchRequest counting(const SearchRequest& request, SearchRequest::Count count) {
    SearchRequest out = request;
    if (count == SearchRequest::Count::stories) out.unit = count;
    return out;
}

std::vector<index::Seq> copies_left_out(const SearchRequest& request, const Hits& hits,
                                        const Context& context) {
    std::vector<index::Seq> out;
    if (!hits.groups()) return out;
    SearchRequest everything = request;
    everything.query.clear();
    each_other(hits, Hits(everything, context), [&](index::Seq seq, bool counts) {
        if (!counts) out.push_back(seq);
    });
    return out;
}

std::uint64_t all_words(const index::WordCounts& counts, const Context& context) {
    std::uint64_t sum = counts.body_words();
    store::TextReader texts(context.database, store::TextReader::With::texts);
    for (const index::Seq seq : counts.bodiless())
        if (const auto article = texts.at(seq)) sum += text::count_words(article->summary);
    return sum;
}

}  // namespace morgue::explore

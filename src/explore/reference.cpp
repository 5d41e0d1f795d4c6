#include "explore/reference.hpp"

#include "store/texts.hpp"
#include "text/words.hpp"

namespace morgue::explore {

std::uint64_t all_words(const index::WordCounts& counts, const Context& context) {
    std::uint64_t sum = counts.body_words();
    store::TextReader texts(context.database, store::TextReader::With::texts);
    for (const index::Seq seq : counts.bodiless())
        if (const auto article = texts.at(seq)) sum += text::count_words(article->summary);
    return sum;
}

}  // namespace morgue::explore

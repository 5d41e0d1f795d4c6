#include "explore/quotes.hpp"

#include <algorithm>

#include "extract/quotes.hpp"
#include "search/search.hpp"
#include "text/words.hpp"

namespace morgue {

bool is_speaker(std::string_view speaker, std::string_view name) {
    const std::vector<std::string> whole = text::words(speaker), wanted = text::words(name);
    return !wanted.empty() && wanted.size() <= whole.size() &&
           std::equal(wanted.rbegin(), wanted.rend(), whole.rbegin());
}

namespace explore {

void each_quote(const SearchRequest& asked, const Context& context,
                const std::function<bool(const Article&, const Quote&)>& visit) {
    SearchRequest request = asked;
    request.first = 0;
    request.count = context.snapshot.database().get_doccount();
    for (const index::Seq seq : search::ranked(request, context.snapshot, context.store)) {
        const auto found = context.store.version(seq);
        if (!found) continue;
        for (const Quote& quote : extract::quotes(found->article))
            if (!visit(found->article, quote)) return;
    }
}

}  // namespace explore

}  // namespace morgue

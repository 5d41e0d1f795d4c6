// The functions of <morgue/explore.hpp>: an archive's snapshot handed to src/explore.
#include <morgue/archive.hpp>
#include <morgue/cite.hpp>
#include <morgue/explore.hpp>
#include <morgue/quote.hpp>

#include "explore/cite.hpp"
#include "explore/quotes.hpp"
#include "explore/timeline.hpp"

namespace morgue {

Timeline timeline(const ArchiveReader& archive, const TimelineRequest& request) {
    return explore::timeline(request, archive.context());
}

void each_quote(const ArchiveReader& archive, const SearchRequest& request,
                const std::function<bool(const Article&, const Quote&)>& visit) {
    explore::each_quote(request, archive.context(), visit);
}

Citation cite(const ArchiveReader& archive, const SearchRequest& request) {
    return explore::cite(request, archive.context());
}

}  // namespace morgue

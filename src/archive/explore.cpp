// The functions of <morgue/explore.hpp>: an archive's snapshot handed to src/explore.
#include <morgue/archive.hpp>
#include <morgue/cite.hpp>
#include <morgue/explore.hpp>
#include <morgue/quote.hpp>

#include "explore/cite.hpp"
#include "explore/collocates.hpp"
#include "explore/compare.hpp"
#include "explore/coverage.hpp"
#include "explore/graph.hpp"
#include "explore/keyness.hpp"
#include "explore/kwic.hpp"
#include "explore/quotes.hpp"
#include "explore/similar.hpp"
#include "explore/timeline.hpp"

namespace morgue {

Timeline timeline(const ArchiveReader& archive, const TimelineRequest& request) {
    return explore::timeline(request, archive.context());
}

Kwic kwic(const ArchiveReader& archive, const KwicRequest& request) {
    return explore::kwic(request, archive.context());
}

Collocates collocates(const ArchiveReader& archive, const CollocatesRequest& request) {
    return explore::collocates(request, archive.context());
}

Keyness keyness(const ArchiveReader& archive, const KeynessRequest& request) {
    return explore::keyness(request, archive.context());
}

Similar similar(const ArchiveReader& archive, const SimilarRequest& request) {
    return explore::similar(request, archive.context());
}

Comparison compare(const ArchiveReader& archive, const CompareRequest& request) {
    return explore::compare(request, archive.context());
}

Coverage coverage(const ArchiveReader& archive, const CoverageRequest& request) {
    return explore::coverage(request, archive.context());
}

Graph graph(const ArchiveReader& archive, const GraphRequest& request) {
    return explore::graph(request, archive.context());
}

void each_quote(const ArchiveReader& archive, const SearchRequest& request,
                const std::function<bool(const Article&, const Quote&)>& visit) {
    explore::each_quote(request, archive.context(), visit);
}

Citation cite(const ArchiveReader& archive, const SearchRequest& request) {
    return explore::cite(request, archive.context());
}

}  // namespace morgue

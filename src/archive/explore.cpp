// The functions of <morgue/explore.hpp>: an archive's snapshot handed to src/explore.
#include <morgue/archive.hpp>
#include <morgue/cite.hpp>
#include <morgue/explore.hpp>

#include "explore/cite.hpp"
#include "explore/timeline.hpp"

namespace morgue {

Timeline timeline(const ArchiveReader& archive, const TimelineRequest& request) {
    return explore::timeline(request, archive.context());
}

Citation cite(const ArchiveReader& archive, const SearchRequest& request) {
    return explore::cite(request, archive.context());
}

}  // namespace morgue

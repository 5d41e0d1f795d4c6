#pragma once
// The entities of a JSON record: who is named, and where.
#include <morgue/article.hpp>

namespace simdjson::dom {
class element;
}

namespace morgue::formats {

// Reads the value of "entities" into an article whose headline and body are set, as they were
// written; tidies both, since mentions are kept as places in the text as it will be stored. What
// cannot be read or placed is dropped with a Problem.
void read_entities(const simdjson::dom::element& value, Article& article);

}  // namespace morgue::formats

// The ids of the hits, one a line.
#include "render/output.hpp"

namespace morgue::render {

void ids_answer(std::string& to, const Answer& answer) {
    for (const Hit& hit : answer.result.hits) to.append(std::to_string(hit.id)).append(1, '\n');
}

}  // namespace morgue::render

#pragma once
#include <morgue/explore/keyness.hpp>

#include "explore/context.hpp"

namespace morgue::explore {

Keyness keyness(const KeynessRequest& request, const Context& context);

}  // namespace morgue::explore

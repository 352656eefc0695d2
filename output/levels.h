#pragma once

#include <string>

#include "models/results/results.h"
#include "output/language.h"

namespace sagsflow {

/// What `run` prints: the level of everything in each arm, without differences. Where the arms do not fit beside each
/// other in `width` columns, they come after each other.
std::string levels_text(const Results& results, Language language, std::size_t width);

}  // namespace sagsflow

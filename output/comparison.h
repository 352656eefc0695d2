#pragma once

#include <string>

#include "models/results/results.h"
#include "output/language.h"

namespace sagsflow {

/// What `compare` prints: the answer first, then the tables, each row with the baseline's level and every trial arm's
/// paired difference. Where the arms do not fit beside each other in `width` columns, they come after each other; or,
/// where the scenario asks for rankings, those stand instead of the tables.
std::string comparison_text(const Results& results, Language language, std::size_t width);

}  // namespace sagsflow

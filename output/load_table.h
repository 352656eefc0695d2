#pragma once

#include <string>
#include <vector>

#include "models/results/load.h"
#include "output/language.h"

namespace sagsflow {

/// What `check` prints: the load of every pool and meeting, and the largest statuses, expected before any run; with
/// `everything` all statuses and the cases a year through every step. Footnotes name what is approximate, where it
/// applies. Where the arms do not fit beside each other in `width` columns, they come after each
/// other, and after the first only what differs from it.
std::string load_text(const Load& load, bool everything, Language language, std::size_t width);

/// A line for each pool and meeting whose load is above 1, for the worst of its parts and arms: the queue grows without
/// end.
std::vector<std::string> load_warnings(const Load& load, Language language);

}  // namespace sagsflow

#pragma once

#include <string>

#include "models/results/results.h"
#include "output/language.h"

namespace sagsflow {

/// How many citizens wait shorter, the same and longer than themselves under the baseline, by trial arm, and by how
/// many days. Empty when no arm has it.
std::string citizens_text(const Results& results, Language language, std::size_t width);

}  // namespace sagsflow

#pragma once

#include <string>

#include "models/results/results.h"
#include "output/language.h"

namespace sagsflow {

/// The rankings that the scenario asks for: every trial arm with its change and place in each, those of the first
/// ranking first; then for each ranking the arms that do best, for everyone and in every group. Empty without rankings;
/// of one that the results cannot give, a line says so.
std::string ranking_text(const Results& results, Language language, std::size_t width);

}  // namespace sagsflow

#pragma once

#include <string>

#include "models/results/results.h"
#include "output/language.h"

namespace sagsflow {

/// Whether there were replications enough and warm-up enough: a line for each goal of `run.precision`, and a warning
/// for each measure whose warm-up was too short. Empty when nothing was asked for and nothing is wrong.
std::string reliability_text(const Results& results, Language language, std::size_t width);

}  // namespace sagsflow

#pragma once

#include <string>

#include "models/results/results.h"
#include "output/language.h"

namespace sagsflow {

/// What `validate` prints: each target with its source, what the source says, what the model gives with its interval,
/// and whether it is met; below one that is missed, the scenario's note on why.
struct Evidence {
  std::string text;
  std::size_t met = 0;
  bool binding_missed = false;  ///< a hard or mechanical target is missed or cannot be measured
};

Evidence evidence_of(const Results& results, Language language, std::size_t width);

}  // namespace sagsflow

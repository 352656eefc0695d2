#pragma once

#include "models/process/model.h"
#include "models/results/results.h"

namespace sagsflow {

/// Everything of the results but the observations: what was run, and what people need to read it.
Results describe(const Model& model, const std::string& scenario);

}  // namespace sagsflow

#pragma once

#include "models/process/model.h"
#include "models/results/results.h"

namespace sagsflow {

/// Everything of the results but the observations: what was run, and what people need to read it.
Results describe(const Model& model, const std::string& scenario);

/// The rankings that the scenario asks for.
std::vector<RankingInfo> describe_rankings(const Model& model);

}  // namespace sagsflow

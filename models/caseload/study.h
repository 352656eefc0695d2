#pragma once

#include <expected>
#include <string>

#include "models/process/model.h"
#include "models/results/results.h"
#include "sim/study/blocks.h"
#include "sim/study/executor.h"

namespace sagsflow {

/// Runs every replication of every arm and gives the observations with the model's description, or why a run was
/// stopped: a limit that was hit, an identity that does not hold. A block is one replication with all its arms, the
/// baseline once; the results do not depend on the executor.
std::expected<Results, std::string> run_study(const Model& model, const std::string& scenario, Executor& executor,
                                              const BlockProgress& progress = {});

}  // namespace sagsflow

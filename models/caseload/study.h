#pragma once

#include <expected>
#include <optional>
#include <string>

#include "models/process/model.h"
#include "models/results/citizen_rows.h"
#include "models/results/results.h"
#include "sim/study/blocks.h"
#include "sim/study/executor.h"

namespace sagsflow {

/// Why there are no results.
struct StudyFailure {
  std::string reason;
  bool is_refusal = false;  ///< known before any run: the scenario cannot be run, or asks for what no run would give
};

/// Why run_study would refuse the model; nothing where it would not.
std::optional<std::string> refusal_of_study(const Model& model);

/// Runs the replications of every arm, as many as the scenario says or as `run.precision` needs, and gives the
/// observations with the model's description, or why a run was stopped: a limit that was hit, an identity that does not
/// hold. A block is one replication with all its arms, the baseline once; the results do not depend on the executor,
/// and those of n replications are the same however n came about. `progress` is told how many of those that are
/// certainly wanted are done; `citizens`, where there is one, is given the rows of those that count, in order.
std::expected<Results, StudyFailure> run_study(const Model& model, const std::string& scenario, Executor& executor,
                                               const BlockProgress& progress = {}, const CitizenSink& citizens = {});

}  // namespace sagsflow

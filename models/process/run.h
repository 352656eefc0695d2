#pragma once

#include "models/language/node.h"
#include "models/language/reading.h"
#include "models/process/model.h"

namespace sagsflow {

/// Reads `[run]`.
RunDefinition read_run(const Node& node, const std::string& path, Reading& reading);

/// Errors where there are more than 64 arms, or a million replications of all arms together.
void check_arms(const RunDefinition& run, const Node& scenario, std::size_t arms, Diagnostics& diagnostics);

/// An error where the run would be larger than what the limits allow: 100 million citizens in one replication.
void check_size(const RunDefinition& run, const Definitions& rules, Diagnostics& diagnostics);

/// How many citizens one replication has by these rules, about: who comes, and who is there when the clock begins.
double expected_citizens(const RunDefinition& run, const Definitions& rules);

}  // namespace sagsflow

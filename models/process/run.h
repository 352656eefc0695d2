#pragma once

#include "models/language/node.h"
#include "models/language/reading.h"
#include "models/process/model.h"

namespace sagsflow {

/// Reads `[run]`.
RunDefinition read_run(const Node& node, const std::string& path, Reading& reading);

/// An error where the run would be larger than what the limits allow: 100 million citizens in one replication.
void check_size(const RunDefinition& run, const Definitions& rules, Diagnostics& diagnostics);

}  // namespace sagsflow

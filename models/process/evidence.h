#pragma once

#include <string>
#include <vector>

#include "models/language/node.h"
#include "models/language/reading.h"
#include "models/process/model.h"

namespace sagsflow {

/// Reads `[source.ID]`.
SourceDefinition read_source(const Node& node, const std::string& path, Reading& reading);

/// Reads `[target.X]`.
TargetDefinition read_target(const Node& node, const std::string& path, Reading& reading);

/// Reads `[trial]`.
TrialDefinition read_trial(const Node& node, const std::string& path, Reading& reading);

/// Every object that people can ask about, in any arm: "procedure.P.step.S", "pool.X", "total" …
std::vector<std::string> objects_of(const Model& model);

/// An error for every target whose arms or object are not there.
void check_targets(const Model& model, Diagnostics& diagnostics);

}  // namespace sagsflow

#pragma once

#include <expected>
#include <string>

#include "models/caseload/compiled_model.h"
#include "models/caseload/rule_writer.h"
#include "models/process/model.h"

namespace sagsflow {

/// The model as numbers, or why it cannot be run ("status.a and status.b have the same key").
std::expected<CompiledModel, std::string> compile(const Model& model);

// The parts, each in a file of its own. `definitions` is one arm's.
void compile_statuses(const Definitions& definitions, RuleWriter& writer);
void compile_procedures(const Definitions& definitions, RuleWriter& writer);
void compile_capacity(const Definitions& definitions, Time begin, Time end, RuleWriter& writer, CompiledArm& arm);
void compile_entries(const Definitions& definitions, RuleWriter& writer, CompiledArm& arm);

}  // namespace sagsflow

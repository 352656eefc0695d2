#pragma once

#include "models/language/node.h"
#include "models/language/reading.h"
#include "models/process/model.h"

namespace sagsflow {

/// Reads `[report]`: by which attributes, and by which periods of the window, every measure is given beside the whole,
/// and by what the arms are put in order.
ReportDefinition read_report(const Node& node, const std::string& path, Reading& reading);

/// An error for more groups than the limit: each holds every measure.
void check_report(const ReportDefinition& report, const Definitions& rules, Diagnostics& diagnostics);

/// An error for every ranking whose object is in no arm.
void check_rankings(const Model& model, Diagnostics& diagnostics);

}  // namespace sagsflow

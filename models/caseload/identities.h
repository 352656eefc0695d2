#pragma once

#include <string>

#include "models/caseload/compiled_model.h"
#include "models/caseload/ledger.h"

namespace sagsflow {

/// What must be equal in every run, from separate accumulators, to the microsecond:
///   citizens who arrived = who left + who are present;
///   time in statuses = time in the system = the area under the number of citizens (Little 1961, on the window);
///   hours by pool = hours by step and meeting = busy time;
///   the area under each queue = the sum of the waits in it.
/// Empty, or the identity that does not hold, with both sides.
std::string broken_identity(const CompiledModel& model, const Ledger& ledger);

}  // namespace sagsflow

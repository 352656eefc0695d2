#pragma once

#include "models/caseload/compiled_model.h"
#include "models/caseload/ledger.h"
#include "models/caseload/trails.h"
#include "models/results/results.h"

namespace sagsflow {

/// How much longer or shorter the same total wait may be: under a day.
inline constexpr Span kSameWait = kDay;

/// Each citizen of the cohort against itself under the baseline: the same arrival, the same number. `trails` are those
/// of the other arm.
CitizenChanges changes_between(const CompiledArm& arm, const Ledger& baseline, const Ledger& other,
                               const Trails& trails);

}  // namespace sagsflow

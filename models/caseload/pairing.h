#pragma once

#include <optional>

#include "models/caseload/compiled_model.h"
#include "models/caseload/ledger.h"
#include "models/caseload/trails.h"
#include "models/results/citizen_rows.h"
#include "models/results/results.h"

namespace sagsflow {

/// How much longer or shorter the same total wait may be: under a day.
inline constexpr Span kSameWait = kDay;

/// How the total waiting of one citizen has changed.
CitizenClass class_of(Outcome before, Outcome after);

/// What stands for a citizen of the cohort in `citizens.csv`, but for who it is and its status; `before` is nothing
/// in the baseline.
void compare_row(CitizenRow& row, std::optional<Outcome> before, Outcome after);

/// Each citizen of the cohort against itself under the baseline: the same arrival, the same number. `trails` are those
/// of the other arm.
CitizenChanges changes_between(const CompiledArm& arm, const Outcomes& baseline, const Outcomes& other,
                               const Trails& trails);

}  // namespace sagsflow

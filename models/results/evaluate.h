#pragma once

#include <vector>

#include "models/results/estimates.h"

namespace sagsflow {

/// What the model gives for a target, and whether that is what its source says.
struct TargetOutcome {
  enum class Verdict {
    met,
    missed,
    not_measured  ///< an arm, object, measure or statistic that the results do not hold, or a value not defined
  };
  Verdict verdict = Verdict::not_measured;
  Estimate value;  ///< in the target's unit
};

/// The point estimate decides and the interval is only shown, but for a falsification check: there the whole interval
/// must be inside, for what is too uncertain to rule a large effect out has not been checked. Of everything the target
/// states (within, below, above, sign), all must hold; a value alone must be met exactly, but for rounding.
///
/// One arm: the level of `of measure`. Two arms: the second less the first, paired by replication. `per` divides it:
/// "year" by the window's length in years, "OBJECT MEASURE" by that measure in the same arm, or for two arms the
/// difference by that measure in the first of them ("hours freed for each case under the law").
TargetOutcome evaluate(const Results& results, const TargetInfo& target);

/// In the order of results.targets.
std::vector<TargetOutcome> evaluate_targets(const Results& results);

/// A hard or mechanical target, or a falsification check, that is not met.
bool is_binding_miss(const TargetInfo& target, const TargetOutcome& outcome);

}  // namespace sagsflow

#pragma once

#include <vector>

#include "models/caseload/block.h"
#include "models/caseload/catalogue.h"
#include "models/results/precision.h"
#include "models/results/results.h"
#include "models/results/warm_up.h"
#include "sim/study/executor.h"

namespace sagsflow {

/// The results as they grow, a replication at a time and in order; many columns at a time, for meanwhile no block runs.
class GrowingResults {
 public:
  /// `described` has no measures yet: they are the columns'.
  GrowingResults(Results described, const std::vector<Column>& columns, Executor& executor);

  const Results& results() const { return results_; }
  void control_by(std::vector<ArrivalControl> controls) { results_.controls = std::move(controls); }

  /// Keeps nothing of the block but what the results need.
  void add(Block block);

  /// Whether every goal is met with what there is.
  bool is_precise(const std::vector<PrecisionGoal>& goals);

  /// Whether the warm-up was long enough for what is in line anywhere, in any arm.
  void check_warm_ups(const Catalogue& catalogue, Span warm_up);

  Results finished(const std::vector<PrecisionGoal>& goals) &&;

 private:
  void pool(std::size_t column);

  Results results_;
  const std::vector<Column>& columns_;
  Executor& executor_;
  std::size_t pooled_columns_ = 0;
  std::vector<std::size_t> tally_of_;             // by column: where its tally is, if it is pooled
  std::vector<std::vector<Tally>> tallies_;       // by arm and pooled column
  std::vector<std::vector<WeeklyMeans>> weekly_;  // by arm and series
};

}  // namespace sagsflow

#include "models/caseload/growing_results.h"

#include <algorithm>
#include <utility>

namespace sagsflow {
namespace {

/// MSER-5 cannot tell anything from fewer batches of five weeks than four.
constexpr std::size_t kLeastWeeks = 20;

}  // namespace

GrowingResults::GrowingResults(Results described, const std::vector<Column>& columns, Executor& executor)
    : results_(std::move(described)),
      columns_(columns),
      executor_(executor),
      tallies_(results_.arms.size()),
      weekly_(results_.arms.size()) {
  for (const Column& column : columns_) {
    results_.catalogue.push_back(column.info);
    tally_of_.push_back(pooled_columns_);
    if (column.is_pooled()) ++pooled_columns_;
  }
  results_.observations.resize(results_.arms.size());
  for (ArmObservations& arm : results_.observations) arm.pooled.resize(columns_.size());
}

void GrowingResults::add(Block block) {
  for (std::size_t arm = 0; arm < block.size(); ++arm) {
    ArmObservations& observations = results_.observations[arm];
    observations.replications.push_back(std::move(block[arm].observations));
    if (arm > 0) observations.changes.push_back(block[arm].changes);
    weekly_[arm].resize(block[arm].weekly.size());
    for (std::size_t i = 0; i < weekly_[arm].size(); ++i) weekly_[arm][i].add(block[arm].weekly[i]);
  }
  const bool is_first = results_.observations.front().replications.size() == 1;
  for (std::size_t arm = 0; is_first && arm < block.size(); ++arm) tallies_[arm] = std::move(block[arm].tallies);
  if (is_first) return;
  executor_.for_each(pooled_columns_, [&](std::size_t i) {
    for (std::size_t arm = 0; arm < block.size(); ++arm) tallies_[arm][i].merge(block[arm].tallies[i]);
  });
}

bool GrowingResults::is_precise(const std::vector<PrecisionGoal>& goals) {
  return std::ranges::all_of(goals, [&](const PrecisionGoal& goal) {
    pool(goal.measure);
    return precision_of(results_, goal).reached;
  });
}

void GrowingResults::check_warm_ups(const Catalogue& catalogue, Span warm_up) {
  for (std::size_t arm = 0; arm < weekly_.size(); ++arm) {
    std::size_t series = 0;
    const auto check = [&](const std::string& object, const std::string& measure) {
      const std::vector<double> means = weekly_[arm][series++].means();
      if (means.size() < kLeastWeeks) return;
      results_.warm_up_checks.push_back(check_warm_up(object, measure, arm, means, warm_up));
    };
    check("total", "citizens");
    for (const Catalogue::Shared& pool : catalogue.pools) check(pool.path, "queue");
    for (const Catalogue::Shared& meeting : catalogue.meetings) check(meeting.path, "queue");
  }
}

/// Quantiles of all replications taken together; of tallies only.
void GrowingResults::pool(std::size_t column) {
  if (!columns_[column].is_pooled()) return;
  for (std::size_t arm = 0; arm < tallies_.size(); ++arm) {
    const double unit = columns_[column].measure->per_microsecond;
    const auto [p50, p90, p95, p99] = tallies_[arm][tally_of_[column]].quantiles();
    results_.observations[arm].pooled[column] = {p50 * unit, p90 * unit, p95 * unit, p99 * unit};
  }
}

Results GrowingResults::finished(const std::vector<PrecisionGoal>& goals) && {
  executor_.for_each(columns_.size(), [&](std::size_t i) { pool(i); });
  for (const PrecisionGoal& goal : goals) results_.precision.push_back(precision_of(results_, goal));
  return std::move(results_);
}

}  // namespace sagsflow

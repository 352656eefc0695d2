#include "models/results/warm_up.h"

#include <cassert>
#include <utility>

#include "sim/stat/mser.h"

namespace sagsflow {

WarmUpCheck check_warm_up(std::string object, std::string measure, std::size_t arm, std::span<const double> weekly,
                          Span warm_up) {
  WarmUpCheck check{std::move(object), std::move(measure), arm, warm_up, {}, true};
  const auto truncated = mser_truncation(weekly);
  check.is_stable = truncated.has_value();
  check.found = kWeek * static_cast<std::int64_t>(truncated.value_or(0));
  return check;
}

void WeeklyMeans::add(std::span<const double> weekly) {
  if (replications_ == 0) sums_.assign(weekly.size(), 0.0);
  assert(weekly.size() == sums_.size());
  for (std::size_t week = 0; week < weekly.size(); ++week) sums_[week] += weekly[week];
  ++replications_;
}

std::vector<double> WeeklyMeans::means() const {
  std::vector<double> means = sums_;
  for (double& mean : means) mean /= static_cast<double>(replications_);
  return means;
}

}  // namespace sagsflow

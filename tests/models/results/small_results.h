#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/results/results.h"

namespace sagsflow {

/// By arm, and in it by replication.
using Observed = std::vector<std::vector<Summary>>;

inline Summary counted(double count) {
  Summary summary;
  summary.count = count;
  return summary;
}

inline Summary summed(double sum) {
  Summary summary;
  summary.sum = sum;
  return summary;
}

inline Summary levelled(double mean) {
  Summary summary;
  summary.mean = mean;
  return summary;
}

inline Summary tallied(double count, double sum) {
  Summary summary;
  summary.count = count;
  summary.sum = sum;
  if (count > 0) summary.mean = sum / count;
  return summary;
}

/// Adds a column; the results have as many arms and replications as the first has.
inline std::size_t add_measure(Results& results, std::string object, std::string measure, MeasureKind kind,
                               const Observed& observed) {
  results.catalogue.push_back({std::move(object), std::move(measure), kind, Unit::one, "", ""});
  results.observations.resize(observed.size());
  results.arms.resize(observed.size());
  for (std::size_t arm = 0; arm < observed.size(); ++arm) {
    results.arms[arm].name = "arm" + std::to_string(arm);
    ArmObservations& observations = results.observations[arm];
    observations.replications.resize(observed[arm].size());
    observations.pooled.emplace_back();
    for (std::size_t r = 0; r < observed[arm].size(); ++r) {
      observations.replications[r].measures.push_back(observed[arm][r]);
    }
  }
  return results.catalogue.size() - 1;
}

}  // namespace sagsflow

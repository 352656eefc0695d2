#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "models/results/results.h"

namespace sagsflow {

/// Three arms, four replications, a window of two years: numbers small enough to work out by hand.
class ExampleResults {
 public:
  static constexpr std::size_t kArms = 3;
  static constexpr std::size_t kReplications = 4;
  template <class T>
  using ByReplication = std::array<T, kReplications>;
  template <class T>
  using ByArm = std::array<ByReplication<T>, kArms>;

  Results results;

  ExampleResults();

  /// A total, count or level: its value by arm and replication.
  std::size_t add(std::string object, std::string measure, MeasureKind kind, Unit unit, const ByArm<double>& values);

  /// A tally or ratio: count and sum by arm and replication.
  struct CountAndSum {
    double count, sum;
  };
  std::size_t add(std::string object, std::string measure, MeasureKind kind, Unit unit,
                  const ByArm<CountAndSum>& values);

  Summary& at(std::size_t arm, std::size_t replication, std::size_t measure) {
    return results.observations[arm].replications[replication].measures[measure];
  }
  PooledQuantiles& pooled(std::size_t arm, std::size_t measure) { return results.observations[arm].pooled[measure]; }

 private:
  std::size_t add_column(std::string object, std::string measure, MeasureKind kind, Unit unit);
  void add_objects();
  void add_waits();
  void add_capacity();
  void add_citizens();
  void add_targets();
};

}  // namespace sagsflow

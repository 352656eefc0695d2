#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/caseload/books.h"
#include "models/caseload/compiled_model.h"
#include "models/results/results.h"

namespace sagsflow {

/// A column of the results: what it is, and how it is read off the books.
struct Measure {
  MeasureInfo info;
  std::function<Summary(const Books&)> summary;
  std::function<Tally(const Books&)> tally;  ///< of tallies: for pooling; else empty
  double per_microsecond = 1.0;              ///< of tallies: the unit
  /// Of levels: to be called before the run, so that it can be told for what share of the window it is above a limit.
  std::function<void(Books&, std::int64_t limit)> watch;
  std::function<double(const Books&, std::int64_t limit)> share_above;
};

/// Every measure of the model, alike for all arms, ordered by object, measure, group and period.
std::vector<Measure> measures_of(const CompiledModel& model);

/// Of those, what the objects have that `names` are of: "pool.sagsbehandler.wait:p90" asks for all that the pool has.
std::vector<Measure> measures_of_named(const CompiledModel& model, const std::vector<std::string>& names);

}  // namespace sagsflow

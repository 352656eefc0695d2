#include "readings.h"

#include <algorithm>
#include <stdexcept>

#include "models/results/quotient.h"
#include "models/results/series.h"
#include "sim/stat/intervals.h"

namespace sagsflow::theory {
namespace {

std::size_t measure_at(const Results& results, const std::string& object, const std::string& measure,
                       const std::string& group = {}) {
  const auto found = find_measure(results, object, measure, group);
  if (!found) throw std::runtime_error("the results have no " + object + " " + measure + " " + group);
  return *found;
}

Quantity::Reading usual(const Results& results, const std::string& object, const std::string& measure) {
  const std::size_t at = measure_at(results, object, measure);
  return {at, usual_statistic(results.catalogue[at].kind)};
}

std::vector<double> by_replication(const Results& results, std::size_t measure, Statistic statistic,
                                   std::size_t arm = 0) {
  std::vector<double> values;
  for (const ReplicationObservations& replication : results.observations[arm].replications) {
    values.push_back(statistic_of(replication.measures[measure], statistic));
  }
  return values;
}

Estimate from(const Interval& interval, std::size_t replications) {
  return {interval.value, interval.low, interval.high, replications};
}

Estimate ratio_of(const std::vector<double>& sums, const std::vector<double>& counts) {
  std::vector<RatioParts> parts;
  for (std::size_t r = 0; r < sums.size(); ++r) parts.push_back({sums[r], counts[r]});
  return from(ratio_interval(parts), parts.size());
}

Estimate changed(const Estimate& estimate, double factor, double offset) {
  const double low = factor * estimate.low + offset, high = factor * estimate.high + offset;
  return {factor * estimate.value + offset, std::min(low, high), std::max(low, high), estimate.replications};
}

}  // namespace

Reading of(std::string object, std::string measure, Statistic statistic, double factor, std::string group) {
  return [=](const Results& results) {
    return changed(level_of(results, 0, measure_at(results, object, measure, group), statistic), factor, 0);
  };
}

Reading of(std::string object, std::string measure, double factor, std::string group) {
  return [=](const Results& results) {
    const std::size_t at = measure_at(results, object, measure, group);
    return changed(level_of(results, 0, at, usual_statistic(results.catalogue[at].kind)), factor, 0);
  };
}

Reading hours(std::string object, std::string measure, Statistic statistic) {
  return of(std::move(object), std::move(measure), statistic, kHoursPerDay);
}

Reading quotient(std::string object, std::string measure, std::string per_object, std::string per_measure) {
  return [=](const Results& results) {
    return level_of(results, 0, Quantity{usual(results, object, measure), usual(results, per_object, per_measure)});
  };
}

Reading part_per(std::string object, std::string ratio, std::string per_object, std::string per_measure) {
  return [=](const Results& results) {
    const Quantity::Reading part{measure_at(results, object, ratio), Statistic::sum};
    return level_of(results, 0, Quantity{part, usual(results, per_object, per_measure)});
  };
}

Reading rate(std::string object, std::string measure, Span unit) {
  return [=](const Results& results) {
    const double factor = static_cast<double>(unit.count()) / static_cast<double>(results.run.length.count());
    return of(object, measure, factor)(results);
  };
}

Reading mean_above_zero(std::string object, std::string measure, double factor) {
  return [=](const Results& results) {
    const std::size_t at = measure_at(results, object, measure);
    std::vector<double> counts = by_replication(results, at, Statistic::count);
    const std::vector<double> zero = by_replication(results, at, Statistic::share_zero);
    for (std::size_t r = 0; r < counts.size(); ++r) counts[r] *= 1 - zero[r];
    return changed(ratio_of(by_replication(results, at, Statistic::sum), counts), factor, 0);
  };
}

Reading number_at(std::string pool) {
  return [=](const Results& results) {
    std::vector<double> values = by_replication(results, measure_at(results, pool, "queue"), Statistic::mean);
    const auto busy = by_replication(results, measure_at(results, pool, "utilisation"), Statistic::mean);
    for (std::size_t r = 0; r < values.size(); ++r) values[r] += busy[r];
    return from(mean_interval(values), values.size());
  };
}

Reading visits(std::vector<std::string> steps, std::string arrival) {
  return [=](const Results& results) {
    const auto arrivals = by_replication(results, measure_at(results, arrival, "count"), Statistic::count);
    std::vector<double> entries(arrivals.size(), 0.0);
    for (const std::string& step : steps) {
      const auto of_step = by_replication(results, measure_at(results, step, "entries"), Statistic::count);
      for (std::size_t r = 0; r < entries.size(); ++r) entries[r] += of_step[r];
    }
    return ratio_of(entries, arrivals);
  };
}

Reading second(std::string object, std::string measure, double factor) {
  return [=](const Results& results) {
    const Quantity::Reading reading = usual(results, object, measure);
    return changed(level_of(results, 1, reading.measure, reading.statistic), factor, 0);
  };
}

Reading difference(std::string object, std::string measure, double factor) {
  return [=](const Results& results) {
    const Quantity::Reading reading = usual(results, object, measure);
    return changed(difference_of(results, 1, reading.measure, reading.statistic).estimate, factor, 0);
  };
}

Reading arm_quotient(std::string object, std::string measure) {
  return [=](const Results& results) {
    const std::size_t at = measure_at(results, object, measure);
    return ratio_of(by_replication(results, at, Statistic::mean, 1), by_replication(results, at, Statistic::mean, 0));
  };
}

Reading affine(Reading reading, double factor, double offset) {
  return [=](const Results& results) { return changed(reading(results), factor, offset); };
}

Reading squared(Reading reading) {
  return [=](const Results& results) {
    const Estimate root = reading(results);
    return changed(root, 2 * root.value, -root.value * root.value);
  };
}

}  // namespace sagsflow::theory

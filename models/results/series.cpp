#include "models/results/series.h"

#include <cmath>
#include <limits>

namespace sagsflow {
namespace {

bool is_quantile(Statistic statistic) {
  return statistic == Statistic::p50 || statistic == Statistic::p90 || statistic == Statistic::p95 ||
         statistic == Statistic::p99;
}

double pooled_of(const PooledQuantiles& quantiles, Statistic statistic) {
  switch (statistic) {
    case Statistic::p50:
      return quantiles.p50;
    case Statistic::p90:
      return quantiles.p90;
    case Statistic::p95:
      return quantiles.p95;
    case Statistic::p99:
      return quantiles.p99;
    default:
      return kUndefined;
  }
}

/// Shares of observations and means of tallies and ratios have the observations as their denominator.
Series::Estimator estimator_of(MeasureKind kind, Statistic statistic) {
  const bool counted = kind == MeasureKind::tally || kind == MeasureKind::ratio;
  if (counted && (statistic == Statistic::mean || statistic == Statistic::share_zero)) return Series::Estimator::ratio;
  if (kind == MeasureKind::tally && is_quantile(statistic)) return Series::Estimator::pooled;
  return Series::Estimator::mean;
}

/// A replication without observations adds nothing to either sum.
RatioParts parts_of(const Summary& summary, Statistic statistic) {
  const double sum = statistic == Statistic::mean ? summary.sum : summary.share_zero * summary.count;
  return std::isfinite(sum) && summary.count > 0 ? RatioParts{sum, summary.count} : RatioParts{0, 0};
}

}  // namespace

double statistic_of(const Summary& summary, Statistic statistic) {
  switch (statistic) {
    case Statistic::mean:
      return summary.mean;
    case Statistic::sd:
      return summary.sd;
    case Statistic::var:
      return summary.sd * summary.sd;
    case Statistic::p50:
      return summary.p50;
    case Statistic::p90:
      return summary.p90;
    case Statistic::p95:
      return summary.p95;
    case Statistic::p99:
      return summary.p99;
    case Statistic::max:
      return summary.max;
    case Statistic::count:
      return summary.count;
    case Statistic::sum:
      return summary.sum;
    case Statistic::open:
      return summary.open;
    case Statistic::horizon:
      return summary.horizon;
    case Statistic::share_zero:
      return summary.share_zero;
    case Statistic::at_start:
      return summary.at_start;
    case Statistic::at_end:
      return summary.at_end;
  }
  return kUndefined;
}

Series series_of(const Results& results, std::size_t arm, std::size_t measure, Statistic statistic) {
  const ArmObservations& observations = results.observations[arm];
  const MeasureInfo& info = results.catalogue[measure];
  Series series;
  series.estimator = estimator_of(info.kind, statistic);
  series.is_amount = series.estimator == Series::Estimator::mean && statistic == usual_statistic(info.kind);
  series.is_share = statistic == Statistic::share_zero || (info.kind == MeasureKind::ratio && info.unit == Unit::one);
  for (const ReplicationObservations& replication : observations.replications) {
    const Summary& summary = replication.measures[measure];
    if (series.estimator == Series::Estimator::ratio) {
      series.parts.push_back(parts_of(summary, statistic));
    } else {
      const double value = statistic_of(summary, statistic);
      const bool is_not_reached =
          series.estimator == Series::Estimator::pooled && std::isnan(value) && summary.count > 0;
      series.values.push_back(is_not_reached ? std::numeric_limits<double>::infinity() : value);
    }
  }
  if (series.estimator == Series::Estimator::pooled && measure < observations.pooled.size()) {
    series.pooled = pooled_of(observations.pooled[measure], statistic);
  }
  return series;
}

}  // namespace sagsflow

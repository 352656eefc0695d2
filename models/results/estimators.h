#pragma once

#include "models/results/estimates.h"
#include "models/results/series.h"
#include "sim/stat/intervals.h"

namespace sagsflow {

/// The estimate with its interval. Undefined without a single replication that has a value.
/// A share of which each replication has one case at most is a share of independent trials (Wilson).
Estimate estimate(const Series& series, double confidence = kConfidence);

/// `arm` less `base`, paired by replication. Where no two of a pair have a value, from those that have, not paired
/// (Welch): other replications are other chance.
Difference difference(const Series& base, const Series& arm, double confidence = kConfidence);

/// The same at comparison_confidence where `from` is the baseline, and with the results' controls where they narrow.
Difference difference_from(const Results& results, std::size_t from, const Series& base, const Series& arm);

/// comparison_confidence for what is compared with the baseline, else 95 %.
double confidence_from(const Results& results, std::size_t from);

}  // namespace sagsflow

#pragma once

#include "models/results/estimates.h"
#include "models/results/series.h"

namespace sagsflow {

/// The estimate with its 95 % interval. Undefined without a single replication that has a value.
Estimate estimate(const Series& series);

/// `arm` less `base`, paired by replication.
Difference difference(const Series& base, const Series& arm);

}  // namespace sagsflow

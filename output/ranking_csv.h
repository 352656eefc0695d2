#pragma once

#include <string>

#include "models/results/results.h"
#include "output/csv.h"

namespace sagsflow {

/// A row for each ranking, group and trial arm, best first; the ranking's number counts from 1. Amounts are those of a
/// year. Empty without rankings.
std::string ranking_csv(const Results& results, const CsvKey& key);

}  // namespace sagsflow

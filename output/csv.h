#pragma once

#include <string>
#include <string_view>

#include "models/results/estimates.h"

namespace sagsflow {

/// Which rows of a sweep the results are: the columns `scenario` and `draw`, alike in every row.
struct CsvKey {
  std::string scenario;
  std::string draw;  ///< point of a sweep; empty when there is none
};

/// A row for each defined statistic of each measure, replication and arm; what is undefined has no row.
std::string replications_csv(const Results& results, const CsvKey& key);
/// A row for each arm, measure and statistic that is defined: its level with a 95 % interval over `n` replications.
std::string summary_csv(const Results& results, const CsvKey& key);
/// A row for each trial arm, measure and statistic: the paired difference against the baseline.
std::string differences_csv(const Results& results, const CsvKey& key);

/// A field as RFC 4180 (2005) has it: quoted when it holds a comma, a quote or a line's end.
std::string csv_field(std::string_view text);
/// The shortest digits that read back as the same number; empty when undefined.
std::string csv_number(double value);
/// "days", "h", "DKK", "1" or "count": the unit of one of a measure's statistics. Of a level, count is the window's
/// days and sum its person-days, so that there too mean = sum / count.
std::string_view csv_unit(const MeasureInfo& measure, Statistic statistic);

}  // namespace sagsflow

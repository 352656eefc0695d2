#pragma once

#include <optional>
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
/// A row for each trial arm, measure and statistic: the paired difference against the baseline. Where there are several
/// arms, a measure's intervals hold for all of them at once (comparison_confidence).
std::string differences_csv(const Results& results, const CsvKey& key);

// The same in parts, one for each arm in order, for tables that are too large to hold whole: the rows of `arm`, in the
// first part below the header. The baseline has no rows among the differences.
std::string replications_csv(const Results& results, const CsvKey& key, std::size_t arm);
std::string summary_csv(const Results& results, const CsvKey& key, std::size_t arm);
std::string differences_csv(const Results& results, const CsvKey& key, std::size_t arm);

/// A field as RFC 4180 (2005) has it: quoted when it holds a comma, a quote or a line's end.
std::string csv_field(std::string_view text);
/// The shortest digits that read back as the same number; empty when undefined.
std::string csv_number(double value);
/// What stands in the columns measure and statistic. A share that a target asks for, "wait:share_within:10 days", is
/// written as that statistic of "wait"; its sum and count, which the wait's own count gives, have no row.
struct CsvNames {
  std::string_view measure, statistic;
};
std::optional<CsvNames> csv_names(const MeasureInfo& measure, Statistic statistic);
/// "days", "h", "DKK", "1" or "count".
std::string_view csv_unit(Unit unit);
/// The unit of one of a measure's statistics. Of a level, count is the window's
/// days and sum its person-days, so that there too mean = sum / count. Of a variance, the unit squared: "days^2".
std::string_view csv_unit(const MeasureInfo& measure, Statistic statistic);

}  // namespace sagsflow

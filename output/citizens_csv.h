#pragma once

#include <string>

#include "models/results/citizen_rows.h"
#include "output/csv.h"

namespace sagsflow {

/// `citizens.csv`: a row for each replication, arm and citizen of the cohort, in that order. Columns:
///
/// scenario, arm, draw, replication    as in the other files
/// arrival, number, index              who it is, in every arm: "explain" takes arrival:number:index
/// attribute.X                         its value on arrival; a column for each attribute of [report], or each there is
/// status                              that it left into, or is in when the run ends
/// waiting_days                        all its waits; of one that is open, what has passed of it
/// open                                1 where it still waits when the run ends, else 0
/// class                               against itself in the baseline: shorter, same (under a day), longer, undecided
///                                     (open in either arm), unpaired; empty in the baseline
/// course                              direct, knock_on, same; empty in the baseline and of the unpaired
/// difference_days                     from the baseline; only of shorter, same and longer
std::string citizens_csv_header(const CitizenNames& names);
std::string citizens_csv_rows(const CitizenNames& names, const CitizenRows& rows, const CsvKey& key);

}  // namespace sagsflow

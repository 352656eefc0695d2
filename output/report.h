#pragma once

#include <string>
#include <vector>

#include "models/results/quotient.h"
#include "output/language.h"

namespace sagsflow {

/// A row of a table that people read: what it reads of each arm, and into which unit.
struct ReportRow {
  std::string label;
  Quantity quantity;
  double factor = 1;  ///< from the measure's unit to the one shown
};

struct ReportGroup {
  std::string heading;  ///< may be empty
  std::vector<ReportRow> rows;
};

struct ReportTable {
  std::string title;
  std::vector<ReportGroup> groups;
};

/// The tables of `run` and `compare`, in the order in which a planner asks. What the catalogue has not, or no arm has
/// a value for, is left out, and so is a table without rows.
std::vector<ReportTable> report_tables(const Results& results, Language language);

/// Places where citizens wait for someone else: mean days by step, outside pool and meeting.
std::vector<ReportRow> waiting_places(const Results& results, Language language);

}  // namespace sagsflow

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
  int decimals = 1;   ///< that a change is worth, however precise it is
};

struct ReportGroup {
  std::string heading;  ///< may be empty
  std::vector<ReportRow> rows;
};

struct ReportTable {
  std::string title;
  std::vector<ReportGroup> groups;
};

enum class ReportFor { levels, comparison };

/// The tables of `run` and `compare`, in the order in which a planner asks. What the catalogue has not, or is 0 or
/// undefined in every arm, is left out, and so is a table without rows. A comparison is shorter: details stand only
/// where some arm differs clearly from the baseline.
std::vector<ReportTable> report_tables(const Results& results, ReportFor whom, Language language);

/// A place where citizens wait for someone else.
struct WaitingPlace {
  const ObjectInfo* object = nullptr;
  Quantity wait;   ///< mean days
  Quantity count;  ///< who waited there, a replication
  std::optional<Quantity> gave_up;
};
std::vector<WaitingPlace> waiting_places(const Results& results);

}  // namespace sagsflow

#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "models/caseload/compiled_model.h"
#include "models/caseload/measures.h"
#include "models/caseload/pairing.h"
#include "models/process/model.h"
#include "models/results/results.h"
#include "models/results/share_request.h"
#include "sim/stat/tally.h"

namespace sagsflow {

/// A column of the results: a measure, or the share of it that a target asks for.
struct Column {
  MeasureInfo info;
  const Measure* measure = nullptr;
  std::optional<ShareRequest::Side> side;
  Span limit{};
  /// Over all replications taken together.
  bool is_pooled() const { return measure->tally && !side; }
};

/// What can be answered is a column; what cannot, a target finds not measured.
std::vector<Column> columns_of(const std::vector<Measure>& measures, const std::vector<ShareRequest>& requests);

/// What one arm in one replication came to.
struct ArmBlock {
  ReplicationObservations observations;
  std::vector<Tally> tallies;  ///< of the columns that are pooled, in their order
  CitizenChanges changes;
  CitizenRows citizens;                     ///< none unless somebody asks for them
  std::vector<std::vector<double>> weekly;  ///< as Worlds::weekly
};
using Block = std::vector<ArmBlock>;

/// One replication with all its arms, in their order; or which of them was stopped, and why. The baseline's outcome of
/// each citizen of the cohort is compared with the same citizen's in every other arm, then dropped.
std::expected<Block, std::string> run_block(const CompiledModel& model, const std::vector<Column>& columns,
                                            const Model& source, std::size_t replication, bool with_citizens);

}  // namespace sagsflow

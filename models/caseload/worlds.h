#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "models/caseload/compiled_model.h"
#include "models/caseload/limits.h"
#include "models/caseload/trails.h"
#include "models/caseload/witness.h"
#include "models/caseload/world.h"

namespace sagsflow {

/// One arm in one replication: its worlds, one after another, and the books that they keep together. Most models are
/// one world (world_map.h).
class Worlds {
 public:
  Worlds(const CompiledModel& model, const CompiledArm& arm, std::uint32_t replication, Limits limits = {});

  /// Notes what happens to each citizen of the cohort.
  void follow(Trails& trails) { trails_ = &trails; }
  /// Tells it what happens to everyone.
  void show(Witness& witness) { witness_ = &witness; }

  /// Before the run: what is to be watched of the books.
  Books& books() { return account_.books; }

  /// The whole run. Gives the number of events, or why it was stopped; there are no books then.
  std::expected<std::uint64_t, std::string> run();
  const Books& books() const { return account_.books; }
  const Ledger& ledger() const { return books().whole(); }
  /// What the citizens of the cohort came to, no longer in the ledger.
  Outcomes take_outcomes() { return std::move(account_.books.whole().outcomes); }
  /// Weekly means from the beginning of the clock to the window's closing: of the citizens present, then of the cases
  /// in line at each pool and each meeting.
  const std::vector<std::vector<double>>& weekly() const { return account_.weekly; }

 private:
  const CompiledModel& model_;
  const CompiledArm& arm_;
  std::uint32_t replication_;
  Limits limits_;
  Account account_;
  Trails* trails_ = nullptr;
  Witness* witness_ = nullptr;
};

}  // namespace sagsflow

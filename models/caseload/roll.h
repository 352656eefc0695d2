#pragma once

#include <vector>

#include "models/caseload/ledger.h"
#include "models/caseload/trails.h"
#include "models/caseload/witness.h"
#include "models/results/citizen_rows.h"

namespace sagsflow {

/// Who the citizens of the cohort are, in one replication of one arm, and which status they come to.
class Roll final : public Witness {
 public:
  explicit Roll(const CompiledModel& model);

  struct Entry {
    std::uint64_t number = 0;
    std::uint32_t index = 0;
    std::uint32_t status = 0;
  };
  const std::vector<Entry>& of(std::uint32_t arrival) const { return entries_[arrival]; }
  /// The attributes that are written down, and each citizen's values.
  const std::vector<std::uint32_t>& traits() const { return traits_; }
  const std::vector<std::uint8_t>& values_of(std::uint32_t arrival) const { return values_[arrival]; }

  void came(const Citizen& citizen, const CitizenId& who, const std::uint8_t* traits) override;
  void noted(const Citizen& citizen, const Note& note) override;

 private:
  std::vector<std::uint32_t> traits_;
  std::vector<std::vector<Entry>> entries_;  ///< by arrival and number in the cohort
  std::vector<std::vector<std::uint8_t>> values_;
};

/// What the numbers of the rows mean.
CitizenNames citizen_names(const CompiledModel& model, std::vector<std::string> arms);

/// The cohort's citizens of one arm, each against itself in the baseline: nullptr for the baseline.
CitizenRows citizen_rows(const CompiledArm& arm, const Roll& roll, const Outcomes* baseline, const Outcomes& own,
                         const Trails& trails);

}  // namespace sagsflow

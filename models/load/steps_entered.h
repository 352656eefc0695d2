#pragma once

#include <vector>

#include "models/load/network.h"

namespace sagsflow {

/// The steps that are entered in the stays of a network. Entries that have the same stay before them, and take the same
/// capacity, are added up before its steps are counted: they are many, their stays few.
class StepsEntered {
 public:
  /// Pools and meetings are those of `last`.
  StepsEntered(const Network& network, const RuleSet& last);

  /// `entered` by entry: those of each age.
  std::vector<StepRate> rates(const std::vector<ByAge>& entered) const;

 private:
  struct Group {
    const Variants* variants;
    std::size_t version;
    Profile profile;  ///< as far as pools and meetings are divided by it
  };
  std::vector<Group> groups_;
  std::vector<std::size_t> numbers_;  ///< by entry: its group; none of a final status
};

}  // namespace sagsflow

#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/load/laws.h"
#include "models/load/profiles.h"
#include "models/process/model.h"
#include "models/results/load.h"

namespace sagsflow {

/// Numbers for the statuses and steps of all versions of an arm.
class FlowNames {
 public:
  explicit FlowNames(const ArmDefinition& arm);

  struct Step {
    std::string procedure, step;
  };
  std::size_t status(const std::string& name) const { return statuses_.at(name); }
  std::size_t step(const std::string& procedure, const std::string& step) const { return steps_.at({procedure, step}); }
  const std::vector<std::string>& statuses() const { return status_names_; }
  const std::vector<Step>& steps() const { return step_names_; }

 private:
  std::map<std::string, std::size_t> statuses_;
  std::map<std::pair<std::string, std::string>, std::size_t> steps_;
  std::vector<std::string> status_names_;
  std::vector<Step> step_names_;
};

/// The opening hours of a calendar in the run's window, as means.
struct MeanOpening {
  std::array<double, 12> hours_a_year{};  ///< by month, as a year of 365.25 days
  double hours_a_day = 24;                ///< open hours in a calendar day
  double days_to_opening = 0;             ///< from an instant taken at random
};

/// One rule set of an arm with what working on it needs. Pieces are shared by everything that works out the arm's load.
struct RuleSet {
  const Definitions& rules;
  const Profiles& profiles;
  const FlowNames& names;
  Laws& laws;
  std::set<Approximation>& approximations;
  std::map<std::string, MeanOpening> openings;  ///< by calendar
  double days_of_working_day = 1;

  LawMix mix(const Choice<DurationLaw>& choice, const Profile& profile) const;
  LawMix mix(const Choice<Clock>& choice, const Profile& profile) const;
  double days(const Choice<Length>& choice, const Profile& profile) const;
  double days(const Length& length) const;
  MeanOpening opening(const std::string& pool) const;
};

}  // namespace sagsflow

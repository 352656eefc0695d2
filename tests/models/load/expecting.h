#pragma once

#include <map>
#include <string>

#include "models/load/load_of.h"
#include "models/load/rule_set.h"

namespace sagsflow {

/// A scenario read, and what is expected of it before any run. A reader's error fails the test.
class Expecting {
 public:
  explicit Expecting(const std::string& text, std::map<std::string, std::string> files = {},
                     std::size_t most_profiles = 4096);

  const StatusFlow& status(const std::string& name) const;
  double step(const std::string& procedure, const std::string& name) const;
  const PoolLoad& pool(const std::string& name, const std::string& value = {}) const;
  const MeetingLoad& meeting(const std::string& name, const std::string& value = {}) const;
  bool approximates(Approximation what) const;

  Load load;
};

/// A scenario read, and the first arm's rules as everything that works out its load shares them.
struct FirstArm {
  explicit FirstArm(const std::string& text);
  FirstArm(const FirstArm&) = delete;
  FirstArm& operator=(const FirstArm&) = delete;

  Model model;
  const ArmDefinition& arm;
  Profiles profiles;
  FlowNames names;
  Laws laws;
  std::set<Approximation> approximations;
  std::vector<RuleSet> sets;  ///< by version
};

/// A window of a year from 1 January 2018, without warm-up.
std::string year();
/// So many citizens a year into the status.
std::string arrivals(const std::string& status, double a_year);
/// The status "ude" is final.
std::string ude();
/// A pool that is always open.
std::string open_pool(const std::string& name, int staff);

}  // namespace sagsflow

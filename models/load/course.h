#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "models/load/rule_set.h"

namespace sagsflow {

/// What one start of a procedure is expected to bring if the citizen stays in the status: a step in one profile.
struct Visit {
  std::size_t step = 0;
  const StepDefinition* definition = nullptr;
  double count = 0;                                    ///< visits for each start
  double passed = 0;                                   ///< of those, ended in the ordinary way
  double enter = 0, leave = 0;                         ///< mean days since the start
  bool main = true;                                    ///< of the procedure itself, not of one that it started
  bool keep = false;                                   ///< goes on when the citizen leaves the status
  Profile before, after;                               ///< what the course has set when the step is entered, and left
  double ends = 0;                                     ///< how often it ends the procedure
  std::vector<std::pair<std::size_t, double>> become;  ///< statuses, and how often
  std::size_t enters_at = 0, leaves_at = 0;            ///< of the course's times
};

struct Course {
  std::vector<Visit> visits;  ///< in order of time
  std::vector<double> times;  ///< at which visits are entered or left, in order, each once
  bool keeps = false;         ///< some visits go on when the citizen leaves the status
};

/// How often, and after how many days, a duty's procedure meets it or ends without.
struct Holding {
  double held = 0, held_after = 0;
  double goes_on = 0;  ///< held, and the procedure does not change the status after that
  double missed = 0, missed_after = 0;
};
Holding holding_of(const Course& course, const std::string& duty, bool held_by_end);

/// Works courses out, each once. A procedure is a Markov chain over (step, profile); what it starts beside itself
/// goes on in the same chain: visits v = e + P'v and their mean times by the same matrix (Kemeny & Snell 1960,
/// theorem 3.2.4). A wait until something holds lasts until the mean time at which the course itself brings it about.
class Courses {
 public:
  explicit Courses(const RuleSet& set) : set_(set) {}
  const Course& of(const std::string& procedure, const Profile& profile);

 private:
  const RuleSet& set_;
  std::map<std::pair<std::string, Profile>, Course> courses_;
  std::map<std::string, std::set<int>> slots_;
};

}  // namespace sagsflow

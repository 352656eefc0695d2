#pragma once

#include <limits>
#include <string>
#include <vector>

namespace sagsflow {

/// What the rules lead to expect, worked out before any run: without queues and without chance.

inline constexpr double kNoLimit = std::numeric_limits<double>::infinity();

/// Something of the model that has a load or a flow.
struct LoadedObject {
  std::string path;      ///< "pool.sagsbehandler"
  std::string label_da;  ///< never empty: the label, else the name
  std::string label_en;
  std::string value;  ///< of the attribute in `per`: "Aalborg"; empty: there is only one
};

/// A year of 365.25 days of a pool, or of its part for one value.
struct PoolLoad {
  LoadedObject object;
  bool outside = false;
  double hours_needed = 0;  ///< of casework
  double hours_there = 0;   ///< of casework that staff, calendar, season, absence and `usable` leave; or kNoLimit
  double cases = 0;         ///< pieces of work

  double load() const { return hours_needed > 0 ? hours_needed / hours_there : 0.0; }
  /// By how many pieces of work the queue grows in a year.
  double growth() const { return load() > 1 ? cases * (1 - 1 / load()) : 0.0; }
};

/// A year of a meeting, or of its part for one value.
struct MeetingLoad {
  LoadedObject object;
  double cases = 0;
  double sessions = 0;  ///< planned
  double held = 0;      ///< less those that are expected to be cancelled for want of a quorum
  double places = 0;    ///< cases that the sessions held have room for; or kNoLimit

  double load() const { return cases > 0 ? cases / places : 0.0; }
  /// By how many cases the queue grows in a year.
  double growth() const { return load() > 1 ? cases - places : 0.0; }
};

/// Citizens of a status: entries a year, mean stay, and their product.
struct StatusFlow {
  LoadedObject object;
  bool final = false;
  double entries = 0;
  double days = 0;   ///< of a stay; kNoLimit where some never leave
  double stock = 0;  ///< Little (1961): rate times mean stay
};

/// Entries of a step a year.
struct StepFlow {
  LoadedObject object;
  LoadedObject procedure;
  double entries = 0;
};

/// What is not worked out exactly, named where it applies.
enum class Approximation {
  mean_times,           ///< steps and procedures take their mean time
  flags,                ///< flags that a clock, a choice or a condition reads are taken to be down
  changing_clocks,      ///< what a status' clocks depend on changes during the stay
  giving_up,            ///< nobody gives up waiting for work or a meeting
  waits_for_trait,      ///< a wait until something holds, which no procedure beside it brings about, is left out
  accumulated,          ///< accumulated clocks run from entry
  averaged,             ///< too many kinds of citizens: some attributes are averaged over
  everything_in_force,  ///< trials are taken to be in force from the beginning
  filling,              ///< until the window, stays are taken in even phases
  overload,             ///< what comes after an overloaded pool or meeting gets less than said here
  kept_procedures,      ///< procedures that go on after their status are counted to their end
  held_elsewhere        ///< a duty that another procedure meets is held as if it did not
};

/// A year of everything.
struct Expected {
  bool balanced = true;  ///< false: as many come as leave at no level; there are then no numbers
  std::vector<PoolLoad> pools;
  std::vector<MeetingLoad> meetings;
  std::vector<StatusFlow> statuses;
  std::vector<StepFlow> steps;
};

struct ArmLoad {
  std::string name;
  std::string label_da, label_en;
  Expected window;    ///< the mean year of the run's window, from an empty start (or today's caseload) through warm-up
  Expected long_run;  ///< the year that the rules lead to at last
  std::vector<Approximation> approximations;  ///< in order, each once
  std::vector<std::string> averaged;          ///< the attributes of Approximation::averaged
};

struct Load {
  std::string title_da, title_en;
  std::vector<ArmLoad> arms;  ///< the first is the baseline
};

}  // namespace sagsflow

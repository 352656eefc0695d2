#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/caseload/cause.h"
#include "models/process/procedure.h"
#include "sim/random/duration_table.h"

namespace sagsflow {

/// What a choice comes to for a citizen: not negative, the number of a leaf (a duration, a branch, a pool …);
/// below -1, the chooser ~value - 1 decides; -1: there is nothing.
using Pick = std::int32_t;
inline constexpr Pick kNoPick = -1;

inline constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint8_t kNoCounter = 0xFF;
inline constexpr std::uint16_t kNoTrait = std::numeric_limits<std::uint16_t>::max();

/// A run of items in one of the flat arrays below.
struct Slice {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct Chooser {
  std::uint16_t trait;
  std::uint8_t last;    ///< the last value; a flag that several steps raise counts as 1
  std::uint32_t first;  ///< into `choices`, by value
};

/// Where branches can lead, in parallel arrays as the race that chooses wants them.
struct Targets {
  std::vector<double> shares;
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> to;   ///< a status, a step, kEnd or a value
  std::vector<std::uint32_t> way;  ///< its counter, of a `next`

  std::uint32_t size() const { return static_cast<std::uint32_t>(to.size()); }
  void add(std::uint32_t target, double share, std::uint64_t key, std::uint32_t counter = 0) {
    shares.push_back(share);
    keys.push_back(key);
    to.push_back(target);
    way.push_back(counter);
  }
};
inline constexpr std::uint32_t kEnd = kNobody;

struct LengthRule {
  Span span;
  int working_days;
};

/// A clock that counts only time in some statuses, within a span before now. A pick of it is kAccumulated more than its
/// number.
struct Accumulation {
  DurationTable::Id goal;
  Span within;                    ///< kNever: no limit
  std::vector<std::uint16_t> of;  ///< statuses; empty: the present one
};
inline constexpr Pick kAccumulated = 1 << 30;

/// One clause of a `when`: bit v of `values` says that value v satisfies it.
struct Test {
  std::uint16_t trait;
  std::uint8_t last;  ///< as a chooser's
  std::uint64_t values[4];
};

struct SpeedRule {
  std::uint16_t trait;
  double factor;
};

struct SetRule {
  std::uint16_t trait;
  std::uint8_t value;
};

struct ExitRule {
  bool present = false;
  bool steady = true;  ///< neither `when` nor `speed`
  Pick after = kNoPick;
  Pick to = kNoPick;
  Slice when;
  Slice speed;
  Slice set;
  std::uint64_t key = 0;
};

struct DutyRule {
  bool present = false;
  bool counted_from_due = false;
  bool held_by_end = true;  ///< no step holds it, so the end of its procedure does
  Pick procedure = kNoPick;
  Pick first = kNoPick;
  Pick every = kNoPick;
  Pick ahead = kNoPick;
  Pick deadline = kNoPick;
  Pick times = kNoPick;
  Pick until = kNoPick;
  Pick series = kNoPick;    ///< a length: back within it, the series goes on
  bool remembered = false;  ///< by the rules of some date it matters when it was held last, or how far its series was
  Slice when;
  std::uint32_t name = 0;  ///< id of its name, by which steps hold it
  std::uint64_t key = 0;
};

struct StatusRule {
  bool present = false;
  bool final = false;
  Pick benefit = kNoPick;
  Slice exits;                ///< global numbers, the same in every arm
  bool keeps_clocks = false;  ///< an exit's pace may change, or the rules: what remains of each must be known
  Slice duties;
  Slice on_enter;  ///< picks of procedures
  std::uint64_t key = 0;
};

struct ProcedureRule {
  bool present = false;
  bool keep = false;
  Pick start = kNoPick;
  std::uint64_t key = 0;
};

struct StepRule {
  bool present = false;
  StepKind kind = StepKind::branch;
  Cause cause = Cause::by_kind;
  std::uint8_t counter = kNoCounter;  ///< place of its visit counter, of steps on a loop
  std::uint32_t procedure = 0;
  Pick pool = kNoPick;  ///< of pools
  Slice also;           ///< pools that work jointly with it
  Pick time = kNoPick;  ///< a duration: of work, or of the wait
  Pick priority = kNoPick;
  Pick meeting = kNoPick;
  Slice until;
  Pick deadline = kNoPick;
  Pick fee = kNoPick;
  Pick patience = kNoPick;
  Pick gives_up = kNoPick;
  std::uint16_t flag = kNoTrait;
  Slice holds;  ///< name ids of duties
  Slice set;
  Slice start;  ///< picks of procedures
  std::uint32_t again_step = kNobody;
  Pick again_times = kNoPick;
  std::uint8_t again_counter = kNoCounter;
  Pick become = kNoPick;
  Pick next = kNoPick;
  KeyStem key;  ///< to be joined with the visit
  KeyStem patience_key;
};

/// The rules of an arm, compiled: flat arrays of numbers, no names. An arm has several versions where trials begin at a
/// date or hold for some citizens only; statuses, exits, duties, procedures and steps are there once for each version,
/// each by its number in the catalogue. A pick means the same in every version.
struct Rules {
  DurationTable durations;
  std::vector<Chooser> choosers;
  std::vector<Pick> choices;
  std::vector<Slice> branches;  ///< of targets
  Targets targets;
  std::vector<LengthRule> lengths;
  std::vector<Accumulation> accumulations;
  std::vector<Span> remembered;  ///< by status: how long an ended spell of it can matter; zero: never
  std::vector<double> numbers;   ///< counts, DKK, DKK per microsecond
  std::vector<Test> tests;
  std::vector<SpeedRule> speeds;
  std::vector<SetRule> sets;
  std::vector<Pick> starts;
  std::vector<std::uint32_t> held_duties;
  std::vector<std::uint32_t> joint_pools;

  std::uint32_t versions = 1;
  std::vector<StatusRule> statuses;
  std::vector<ExitRule> exits;
  std::vector<DutyRule> duties;
  std::vector<ProcedureRule> procedures;
  std::vector<StepRule> steps;

  const StatusRule& status(std::uint32_t version, std::uint32_t number) const { return of(statuses, version, number); }
  const ExitRule& exit(std::uint32_t version, std::uint32_t number) const { return of(exits, version, number); }
  const DutyRule& duty(std::uint32_t version, std::uint32_t number) const { return of(duties, version, number); }
  const ProcedureRule& procedure(std::uint32_t version, std::uint32_t number) const {
    return of(procedures, version, number);
  }
  const StepRule& step(std::uint32_t version, std::uint32_t number) const { return of(steps, version, number); }

  /// What a change of a trait can touch in a status, in any version: bits by status * traits + trait.
  enum Touch : std::uint8_t { kTouchesExits = 1, kTouchesDuties = 2, kTouchesBenefit = 4 };
  std::vector<std::uint8_t> touches;
  std::uint32_t counters = 0;  ///< visit counters a procedure instance needs at most

 private:
  template <class Rule>
  const Rule& of(const std::vector<Rule>& list, std::uint32_t version, std::uint32_t number) const {
    return list[version == 0 ? number : version * (list.size() / versions) + number];
  }
};

}  // namespace sagsflow

#pragma once

#include <cstdint>
#include <vector>

#include "models/caseload/cause.h"
#include "models/caseload/compiled_model.h"
#include "sim/stat/level.h"
#include "sim/stat/tally.h"
#include "sim/stat/window.h"

namespace sagsflow {

struct ArrivalLedger {
  std::uint64_t count = 0;
};

struct StatusLedger {
  explicit StatusLedger(Window window) : stock(window) {}
  Level stock;
  Tally duration;  ///< of spells begun in the window
  Wide time = 0;   ///< of ended and open spells, clipped: the second account of the stock's area
  std::uint64_t entries = 0, exits = 0;
  std::vector<std::uint64_t> at_age;  ///< citizens of the cohort who are in it, by age
  double benefit = 0.0, state = 0.0;  ///< DKK
};

struct ExitLedger {
  std::uint64_t count = 0;
};

struct DutyLedger {
  std::uint64_t due = 0, held = 0, on_time = 0, late = 0, missed = 0;
  Tally lateness;              ///< of what was held, from the deadline; 0 when in time
  Tally first;                 ///< entry to first held, of spells begun in the window
  Tally held_per_person;       ///< a number, not a time, of ended spells begun in the window
  std::vector<Tally> held_at;  ///< a number, by age, of the cohort's citizens still in the status they arrived in
};

struct ProcedureLedger {
  std::uint64_t started = 0, completed = 0, cancelled = 0;
  Tally lead_time;  ///< of those begun in the window and completed
};

struct StepLedger {
  std::uint64_t entries = 0, over_deadline = 0, gave_up = 0, withdrawn = 0;
  Tally wait_begun, wait_gave_up, wait_withdrawn, wait_open;  ///< together: every wait begun in the window
  Tally time;                                                 ///< whole stay
  Tally lateness;                                             ///< of steps with a deadline, 0 when in time
  std::array<Wide, kCauseNames.size()> causes{};              ///< of the same waits, in microseconds: their sum
  Wide waiting = 0;                                           ///< clipped
  double fee = 0.0;
  double hours = 0.0;  ///< of casework
  Wide presence = 0;   ///< the working time it took, clipped

  void add_cause(Cause cause, Span length) { causes[static_cast<std::size_t>(cause)] += length.count(); }
};

/// Of the jobs in line at a pool, or of the cases on a meeting's agenda.
struct LineLedger {
  Tally wait;
  Wide waiting = 0;  ///< clipped: the second account of the queue's area
};

struct PoolLedger : LineLedger {
  bool outside = false;
  Wide job_hours = 0;     ///< presence of all jobs, clipped: the second account of the busy area
  double casework = 0.0;  ///< hours of it
  double cost = 0.0;      ///< of their presence, DKK
  // Areas of the pool when the window opened and when it closed; a group has none.
  Wide busy[2] = {}, queue[2] = {}, present[2] = {};

  double paid_hours() const { return static_cast<double>(job_hours) / static_cast<double>(kHour.count()); }
};

struct MeetingLedger : LineLedger {
  explicit MeetingLedger(Window window) : queue(window) {}
  Level queue;              ///< cases on the agenda
  Tally before, left_over;  ///< numbers of cases
  std::uint64_t sessions = 0, cancelled = 0, cases = 0, full = 0, first_session = 0;
  double hours = 0.0;
  Wide presence = 0;
};

/// What a citizen of the cohort came to: total waiting in microseconds, doubled, plus 1 while a wait is open.
using Outcome = std::int64_t;
/// By arrival and number in the cohort.
using Outcomes = std::vector<std::vector<Outcome>>;

/// What is counted in one replication of one arm. Flows count in the window; waits and spells belong to the window they
/// begin in; stocks, hours and money are clipped to it.
struct Ledger {
  Ledger(const CompiledModel& model, const CompiledArm& arm, Window window);

  Window window;
  std::vector<ArrivalLedger> arrivals;
  std::vector<StatusLedger> statuses;
  std::vector<ExitLedger> exits;
  std::vector<DutyLedger> duties;
  std::vector<ProcedureLedger> procedures;
  std::vector<StepLedger> steps;
  std::vector<std::uint64_t> ways;      ///< by way counter
  std::vector<PoolLedger> pools;        ///< by part
  std::vector<MeetingLedger> meetings;  ///< by part
  Level citizens;
  Tally time_in_system;
  Wide system_time = 0;                 ///< of all citizens, clipped
  std::vector<std::uint64_t> aged;      ///< citizens of the cohort who reached each age before the run ended
  std::uint64_t arrived = 0, left = 0;  ///< in the whole run
  std::uint32_t present = 0;            ///< when it ends
  Outcomes outcomes;                    ///< empty where nobody asks
};

}  // namespace sagsflow

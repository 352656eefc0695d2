#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/caseload/catalogue.h"
#include "models/caseload/rules.h"
#include "models/caseload/world_map.h"
#include "sim/capacity/open_hours.h"
#include "sim/random/poisson.h"
#include "sim/stat/window.h"

namespace sagsflow {

/// One pool, or one of the separate pools of a `per`.
struct CompiledPool {
  bool present = false;
  bool unlimited = false;
  bool outside = false;
  QueueOrder order = QueueOrder::fifo;
  int staff = 0;
  std::array<double, 12> season{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  ///< share of the staff that is there, by month
  double usable = 1.0;
  double absence = 0.0;
  double cost_per_hour = 0.0;
  std::uint64_t key = 0;
};

struct CompiledMember {
  std::uint32_t pool_part;
  Span per_case;  ///< casework
  Span per_session;
  double absence;
  bool always;
  std::uint64_t key;
};

/// One meeting, or one of the separate meetings of a `per`.
struct CompiledMeeting {
  bool present = false;
  LengthRule every{};
  std::int64_t agenda = 0;  ///< cases; the largest number: no limit
  int missing_allowed = 0;
  QueueOrder order = QueueOrder::fifo;
  std::vector<CompiledMember> members;
};

struct CompiledArrival {
  bool present = false;
  bool paired = true;     ///< its times are the same in every arm
  Pick status = kNoPick;  ///< a branch
  std::optional<ArrivalRate> rate;
  DurationTable::Id every = 0;  ///< when there is no rate
  int batch = 1;
  double geometric_batch_mean = 0;
  Slice set;
  std::uint64_t key = 0;
  KeyStem stem;  ///< of the key, to be joined with the running number
};

/// Citizens who are there when the clock begins.
struct CompiledStock {
  bool present = false;
  std::uint64_t count = 0;
  std::uint32_t status = 0;
  DurationTable::Id elapsed = 0;  ///< in the status
  std::uint32_t step = kNobody;   ///< that they are in; kNobody: in no procedure
  std::uint32_t procedure = kNobody;
  DurationTable::Id waited = 0;  ///< in the step
  Slice set;
  std::uint64_t key = 0;
};

struct CompiledRefund {
  std::vector<Span> from;     ///< ascending, the first 0
  std::vector<double> share;  ///< the state's
  Span within = kNever;       ///< support counts only this span before

  /// The state's share of the time from one length of support to another, in microseconds.
  double of(Span begin, Span end) const {
    double sum = 0.0;
    for (std::size_t tier = 0; tier < from.size(); ++tier) {
      const Span low = std::max(begin, from[tier]);
      const Span high = tier + 1 < from.size() ? std::min(end, from[tier + 1]) : end;
      if (high > low) sum += share[tier] * static_cast<double>((high - low).count());
    }
    return sum;
  }
  double at(Span supported) const {
    std::size_t tier = from.size();
    while (tier > 0 && from[tier - 1] > supported) --tier;
    return tier == 0 ? 0.0 : share[tier - 1];
  }
};

struct CompiledTrait {
  Pick drawn = kNoPick;  ///< a branch to values; booleans and flags are not drawn and begin at 0
  std::uint64_t key = 0;
};

/// What holds for everyone from a date on, whoever they are: who comes, what is there to meet them.
struct CompiledPhase {
  Time from;
  std::vector<CompiledTrait> traits;
  std::vector<std::uint32_t> draw_order;  ///< of the traits that are drawn: each after those it goes by
  std::vector<CompiledArrival> arrivals;
  std::vector<CompiledStock> stocks;
  std::vector<CompiledPool> pools;        ///< by part
  std::vector<CompiledMeeting> meetings;  ///< by part
};

/// When a version of the rules is in force: from a date, for those of whom `when` holds.
struct CompiledVersion {
  Time from;
  Slice when;
  CompiledRefund refund;
};

/// One arm, ready to run: numbers only.
struct CompiledArm {
  Rules rules;
  std::vector<CompiledVersion> versions;  ///< in force is the last that is
  std::vector<CompiledPhase> phases;      ///< in order of their dates
  std::vector<Time> reforms;              ///< the dates after the first day on which something changes, ascending
  std::vector<OpenHours> calendars;
  std::vector<std::uint32_t> pool_calendars;  ///< by part
  std::vector<Slice> pool_parts;              ///< by pool
  std::vector<std::int32_t> pool_per;         ///< the trait of its `per`, or -1
  std::vector<Slice> meeting_parts;
  std::vector<std::int32_t> meeting_per;
};

/// What the measures are split by, beside the whole.
struct Divisions {
  struct By {
    std::uint32_t trait;
    std::uint32_t values;
    std::uint32_t stride;  ///< of its value in a citizen's group
  };
  struct Period {
    std::string name;  ///< "2018-03", "2018-Q1", "2018"
    Window window;
  };
  std::vector<By> by;
  std::vector<Period> periods;  ///< without gaps, from the window's opening to its closing
};

/// Which rules of an arm differ from the baseline's, in any version.
struct RuleChanges {
  std::vector<bool> arrivals, stocks, statuses, exits, duties, steps;
};

/// A model, ready to run: the same numbers mean the same things in every arm.
struct CompiledModel {
  Catalogue catalogue;
  Time begin, opens, closes, end;  ///< of the clock and of the window
  std::uint64_t seed = 0;
  OpenHours working_days;
  std::vector<Span> ages;  ///< ascending: what has happened to a citizen by then
  Divisions divisions;
  WorldMap worlds;
  std::vector<CompiledArm> arms;
  std::vector<RuleChanges> changes;  ///< by arm
};

}  // namespace sagsflow

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/caseload/catalogue.h"
#include "models/caseload/rules.h"
#include "sim/capacity/open_hours.h"
#include "sim/random/poisson.h"

namespace sagsflow {

/// A calendar over the horizon: when it is open, and the share of the staff that is there.
struct CompiledCalendar {
  OpenHours hours;
  std::array<double, 12> season;
};

/// One pool, or one of the separate pools of a `per`.
struct CompiledPool {
  bool present = false;
  bool unlimited = false;
  bool outside = false;
  QueueOrder order = QueueOrder::fifo;
  int staff = 0;
  std::uint32_t calendar = 0;
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
};

struct CompiledRefund {
  std::vector<Span> from;     ///< ascending, the first 0
  std::vector<double> share;  ///< the state's
};

struct CompiledTrait {
  Pick drawn = kNoPick;  ///< a branch to values; booleans and flags are not drawn and begin at 0
  std::uint64_t key = 0;
};

/// One arm, ready to run: numbers only.
struct CompiledArm {
  Rules rules;
  std::vector<CompiledTrait> traits;
  std::vector<std::uint32_t> draw_order;  ///< of the traits that are drawn: each after those it goes by
  std::vector<CompiledArrival> arrivals;
  std::vector<CompiledPool> pools;        ///< by part
  std::vector<CompiledMeeting> meetings;  ///< by part
  std::vector<CompiledCalendar> calendars;
  std::vector<Slice> pool_parts;       ///< by pool
  std::vector<std::int32_t> pool_per;  ///< the trait of its `per`, or -1
  std::vector<Slice> meeting_parts;
  std::vector<std::int32_t> meeting_per;
  CompiledRefund refund;
};

/// A model, ready to run: the same numbers mean the same things in every arm.
struct CompiledModel {
  Catalogue catalogue;
  Time begin, opens, closes, end;  ///< of the clock and of the window
  std::uint64_t seed = 0;
  OpenHours working_days;
  std::vector<Span> ages;  ///< ascending: what has happened to a citizen by then
  std::vector<CompiledArm> arms;
};

}  // namespace sagsflow

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/language/origin.h"
#include "sim/engine/time.h"
#include "sim/random/duration_law.h"

namespace sagsflow {

/// "9000 per year"
struct Rate {
  double count = 0;
  Span per{};
};

/// "1725 DKK"
struct Money {
  double dkk = 0;
};

/// "4355 DKK per week", "330 DKK per hour"
struct MoneyRate {
  double dkk = 0;
  Span per{};
};

/// A duration: calendar time, or working days of the run's calendar ("10 working days").
struct Length {
  Span span{};
  int working_days = 0;  ///< when not 0, `span` is empty
};

/// A clock that runs to a drawn duration; accumulated: only time in `of` (empty: this status) counts, and only
/// what lies within the last `within`.
struct Clock {
  DurationLaw law;
  bool accumulated = false;
  std::optional<Span> within;
  std::vector<std::string> of;
};

}  // namespace sagsflow

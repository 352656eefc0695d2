#pragma once

#include <cstdint>

#include "sim/engine/time.h"

namespace sagsflow {

/// The rule that something follows from; `queue`: from none, but from who else was there.
struct Because {
  enum class Kind : std::uint8_t { queue, arrival, stock, status, exit, duty, step };
  Kind kind = Kind::queue;
  std::uint32_t number = 0;  ///< in the catalogue
  bool operator==(const Because&) const = default;
};

/// Something that happens to one citizen.
struct Note {
  enum class What : std::uint8_t {
    arrived,         ///< number: the arrival
    entered_status,  ///< number: the status
    duty_due,        ///< its procedure begins; number: the duty
    duty_held,
    duty_missed,
    entered_step,  ///< number: the step
    wait_ended,    ///< work or a session begins, a wait is over; number: the step
    gave_up,
    withdrawn,
    completed,  ///< number: the procedure
    // Beside the trails, for a witness alone.
    cancelled,
    work_ended,    ///< number: the step
    trait_set,     ///< number: the trait; for the trails, times 256, with its value
    still_waiting  ///< where the run ends; number: the step
  };
  Time at;
  What what;
  std::uint32_t number;
  Because because;
};

}  // namespace sagsflow

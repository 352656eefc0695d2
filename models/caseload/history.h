#pragma once

#include <cstdint>

#include "models/caseload/instances.h"
#include "models/caseload/rules.h"

namespace sagsflow {

/// A citizen's ended spell in a status, kept where a clock counts it or a refund does.
struct PastSpell {
  Time from{}, to{};
  std::uint32_t earlier = kNobody;  ///< the one before it, of the same citizen
  std::uint16_t status = 0;
};

/// How far a duty had come when its citizen left the status.
struct PastSeries {
  Time left{};
  Time last_held{};                 ///< Time::min(): never
  Span remaining{};                 ///< to when it was due; kNever: nothing was due
  Span spent{};                     ///< since the series began
  std::uint32_t earlier = kNobody;  ///< another duty's, of the same citizen
  std::uint32_t duty = 0;           ///< in the catalogue
  std::uint16_t held = 0;
};

}  // namespace sagsflow

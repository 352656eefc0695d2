#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "models/caseload/instances.h"
#include "models/caseload/rules.h"

namespace sagsflow {

/// A citizen's ended spell in a status, kept where a clock counts it or a refund does.
struct PastSpell {
  Time from{}, to{};
  std::uint32_t earlier = kNobody;  ///< the one before it, of the same citizen
  std::uint16_t status = 0;
};

/// How far a series had come when its citizen left the status.
struct SeriesSoFar {
  Time left{};
  Span remaining{};  ///< to when it was due; kNever: nothing was due
  Span spent{};      ///< since the series began
  std::uint16_t held = 0;
};

/// A duty that has been held, or whose status its citizen has left.
struct PastSeries {
  Time last_held{};                 ///< Time::min(): never
  std::uint32_t earlier = kNobody;  ///< another duty's, of the same citizen
  std::uint32_t duty = 0;           ///< in the catalogue
};

/// Those that are remembered. How far one had come is kept only where a series may go on: few laws have such.
class PastDuties : public Store<PastSeries, std::deque<PastSeries>> {
 public:
  SeriesSoFar& so_far(std::uint32_t place) {
    if (so_far_.size() <= place) so_far_.resize(places());
    return so_far_[place];
  }

 private:
  std::vector<SeriesSoFar> so_far_;
};

}  // namespace sagsflow

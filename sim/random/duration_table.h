#pragma once

#include <cstdint>
#include <vector>

#include "sim/random/chance.h"
#include "sim/random/duration_law.h"

namespace sagsflow {

/// Every duration distribution of a model, compiled to flat arrays; a draw is one inversion, without virtual
/// calls or allocation. Results are the same bits on every machine of one architecture.
class DurationTable {
 public:
  using Id = std::uint32_t;

  /// `law` has no problem_of.
  Id add(const DurationLaw& law);

  /// Rounded once, to the microsecond; kNever where it does not happen or exceeds a thousand years.
  Span draw(Id id, Draw draw) const;

  // The representation is the builder's.
};

}  // namespace sagsflow

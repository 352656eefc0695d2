#pragma once

#include "models/load/network.h"

namespace sagsflow {

/// The entries and stocks of a network in the window of a run, as a mean year.
struct Filling {
  std::vector<double> entries, stock;  ///< by entry
  std::vector<ByAge> entered;          ///< by entry: entries of those who are this old in the window
};

/// How the network fills from today's stocks, or from nothing, through warm-up and window. A stay is taken as so many
/// exponential phases as 1 / cv^2 says (Erlang 1917): dN/dt = a + (P' - I) N / phase, by the trapezoidal rule (Crank &
/// Nicolson 1947).
Filling filling_of(const Network& network, const RunDefinition& run);

}  // namespace sagsflow

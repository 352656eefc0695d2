#pragma once

#include <string>
#include <vector>

#include "known_answers.h"
#include "models/language/source.h"

namespace sagsflow::theory {

/// Beyond this many standard errors from the truth, something is wrong.
inline constexpr double kBound = 3.5;

/// A number of a scenario, as written, and what it is changed to.
struct Edit {
  std::string from, to;
};

/// Runs a scenario file of tests/theory as the program does; `replications` 0: as many as it says. With an edit, the
/// scenario's own text is changed wherever `from` stands, which is somewhere. Throws what is wrong.
Results run(const std::string& scenario, int replications = 0, const Edit* edit = nullptr);

struct Comparison {
  std::string measure, where;
  double exact = kUndefined, found = kUndefined;
  double error = kUndefined;  ///< the standard error of `found`
  double z() const { return (found - exact) / error; }
  bool holds() const;
  /// "MM1-0.8  Wq (pool wait)  exact 4  found 4.01 ± 0.4 %  z 0.6"
  std::string line(const std::string& id) const;
};

/// Every answer against its exact value.
std::vector<Comparison> compare(const KnownAnswer& known, const Results& results);

}  // namespace sagsflow::theory

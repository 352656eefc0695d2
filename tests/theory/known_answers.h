#pragma once

#include <string>
#include <vector>

#include "readings.h"

namespace sagsflow::theory {

/// A measure of exact_cases.json and where the results say it.
struct Answer {
  std::string measure;
  std::string where;
  Reading reading;
};

/// A scenario and what it must give; a case of exact_cases.json may take more than one scenario.
struct KnownAnswer {
  std::string id;
  std::string scenario;  ///< a file in tests/theory
  int fast;              ///< replications in the usual tests; 0: only in `./dev verify`
  std::vector<Answer> answers;
};

std::vector<KnownAnswer> known_answers();

/// The cases of one queue before one pool; the answers are those that exact_cases.json has.
std::vector<KnownAnswer> stations();
/// Several queues, priorities, impatience, opening hours, two arms, transients.
std::vector<KnownAnswer> networks();
/// Caseloads without capacity, meetings, clocks and cadences.
std::vector<KnownAnswer> caseloads();

}  // namespace sagsflow::theory

#pragma once

#include <array>
#include <optional>
#include <string>

#include "models/results/estimates.h"
#include "output/language.h"

namespace sagsflow {

/// What a planner asks first about a trial arm, against the baseline. What the results do not hold is not there.
struct ArmAnswer {
  struct Hours {
    Difference change;  ///< hours a year
    double share = 0;   ///< of the baseline's
  };
  struct Wait {
    std::string place;
    double law = 0, trial = 0;  ///< mean days
    Difference change;
  };
  std::size_t arm = 0;
  std::optional<Hours> hours;
  /// Where the arm moves most days of waiting (the change of the mean for all who come there), of the places where the
  /// change is clear; where none is, the first meeting.
  std::optional<Wait> wait;
  std::optional<std::array<Estimate, 4>> citizens;  ///< shares: shorter, same, longer, undecided
  std::optional<Difference> municipal;              ///< DKK a year
};

ArmAnswer answer_of(const Results& results, std::size_t arm, Language language);

/// The answer for every trial arm: five lines and a legend if there are several and the width allows; else five lines
/// an arm. A warning follows where sharing chance between the arms gained nothing.
std::string answer_text(const Results& results, Language language, std::size_t width);

}  // namespace sagsflow

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
    Estimate freed;    ///< hours a year
    double share = 0;  ///< of the baseline's
  };
  struct Wait {
    std::string place;
    double law = 0, trial = 0;  ///< mean days
    Estimate change;
  };
  std::size_t arm = 0;
  std::optional<Hours> hours;
  std::optional<Wait> wait;                         ///< where the change is largest, of those that are clear if any is
  std::optional<std::array<Estimate, 4>> citizens;  ///< shares: shorter, same, longer, undecided
  std::optional<Estimate> municipal;                ///< DKK a year
};

ArmAnswer answer_of(const Results& results, std::size_t arm, Language language);

/// The answer for every trial arm in five lines if there is one arm or the width allows; else five lines an arm.
std::string answer_text(const Results& results, Language language, std::size_t width);

}  // namespace sagsflow

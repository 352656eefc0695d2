#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/description/written_value.h"

namespace sagsflow {

/// What a value is in another arm.
struct ValueElsewhere {
  Named arm;
  std::string from;                                                          ///< "2018-07-01", or empty
  std::vector<std::pair<std::string, std::vector<std::string>>> conditions;  ///< trait and values
  std::vector<WrittenValue> values;  ///< at the path or below it; none: it is not there
};

struct ValueAccount {
  WrittenValue value;
  /// In other arms, where it differs; of an arm other than the first, what the first has.
  std::vector<ValueElsewhere> elsewhere;
};

/// Values of one arm's rules, with their things.
struct RulesAccount {
  Named title;  ///< of the scenario
  Named law, arm;
  std::vector<Named> things;  ///< of the values, and what those belong to, in order of the files
  std::vector<ValueAccount> values;
};

}  // namespace sagsflow

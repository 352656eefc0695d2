#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/process/definitions.h"

namespace sagsflow {

/// Values that a citizen's attributes may have together, in the order in which these were asked for.
struct Combination {
  std::vector<std::string> values;
  double share = 0.0;  ///< of those who are born with what is drawn
};

/// All combinations of the values of these attributes that a citizen may ever have, with a share above 0, in the order
/// of the file. Nothing where that cannot be known by their shares alone: something sets one of the attributes, or
/// there are more than 10,000.
std::optional<std::vector<Combination>> combinations_of(const Definitions& rules,
                                                        const std::vector<std::string>& attributes);

/// By each value of one attribute the only value of the other that comes with it, as the region does with the
/// municipality; nothing where a value comes with several, or that cannot be known. Empty for a value that nobody has.
/// With itself comes each value.
std::optional<std::vector<std::string>> implied_values(const Definitions& rules, const std::string& attribute,
                                                       const std::string& other);

/// Of one value; nothing where nobody has it, or its pair is not known.
std::optional<std::string> implied_value(const Definitions& rules, const std::string& attribute,
                                         const std::string& value, const std::string& other);

}  // namespace sagsflow

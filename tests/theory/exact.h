#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sagsflow::theory {

/// The case's exact measure in exact_cases.json.
std::optional<double> exact_value(const std::string& id, const std::string& measure);

/// Every case and measure of exact_cases.json, in its order of cases.
std::vector<std::pair<std::string, std::string>> exact_measures();

}  // namespace sagsflow::theory

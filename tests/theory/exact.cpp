#include "exact.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace sagsflow::theory {
namespace {

nlohmann::json exact_cases() {
  std::ifstream file(SAGSFLOW_ROOT "/tests/theory/exact_cases.json");
  return nlohmann::json::parse(file);
}

}  // namespace

std::optional<double> exact_value(const std::string& id, const std::string& measure) {
  for (const auto& one : exact_cases()) {
    if (one["id"] != id || !one["measures"].contains(measure)) continue;
    return one["measures"][measure].get<double>();
  }
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> exact_measures() {
  std::vector<std::pair<std::string, std::string>> measures;
  for (const auto& one : exact_cases()) {
    for (const auto& [measure, value] : one["measures"].items()) measures.emplace_back(one["id"], measure);
  }
  return measures;
}

}  // namespace sagsflow::theory

#include "models/results/evaluate.h"

#include <algorithm>
#include <cmath>

#include "models/results/quotient.h"
#include "models/results/reading.h"

namespace sagsflow {
namespace {

/// "OBJECT MEASURE": names may have blanks, so the blank between the two is the one that gives a measure.
std::optional<Quantity::Reading> per_reading_of(const Results& results, std::string_view per, std::string_view group) {
  for (std::size_t blank = per.find(' '); blank != std::string_view::npos; blank = per.find(' ', blank + 1)) {
    if (auto reading = reading_of(results, per.substr(0, blank), per.substr(blank + 1), group)) return reading;
  }
  return std::nullopt;
}

std::optional<std::size_t> arm_named(const Results& results, std::string_view name) {
  const auto found = std::ranges::find(results.arms, name, &ArmInfo::name);
  if (found == results.arms.end()) return std::nullopt;
  return static_cast<std::size_t>(found - results.arms.begin());
}

Estimate divided(Estimate estimate, double by) {
  estimate.value /= by;
  estimate.low /= by;
  estimate.high /= by;
  return estimate;
}

std::optional<Estimate> value_of(const Results& results, const TargetInfo& target) {
  const auto reading = reading_of(results, target.of, target.measure, target.group);
  if (!reading) return std::nullopt;
  Quantity quantity{*reading, std::nullopt};
  const bool by_year = target.per == "year";
  if (!target.per.empty() && !by_year) {
    quantity.per = per_reading_of(results, target.per, target.group);
    if (!quantity.per) return std::nullopt;
  }
  std::vector<std::size_t> arms;
  for (const std::string& name : target.arms) {
    const auto arm = arm_named(results, name);
    if (!arm) return std::nullopt;
    arms.push_back(*arm);
  }
  if (arms.empty()) arms.push_back(0);
  const Estimate value = arms.size() == 1 ? level_of(results, arms[0], quantity)
                                          : difference_per_baseline(results, arms[0], arms[1], quantity);
  return by_year ? divided(value, in_days(results.run.length) / in_days(kYear)) : value;
}

constexpr double kRounding = 1e-9;

bool states_value_alone(const TargetInfo& target) {
  return !std::isfinite(target.within) && !std::isfinite(target.below) && !std::isfinite(target.above) &&
         target.sign == 0;
}

bool holds(const TargetInfo& target, double value) {
  if (states_value_alone(target)) return std::abs(value - target.value) <= kRounding * std::abs(target.value);
  if (std::isfinite(target.within) && !(std::abs(value - target.value) <= target.within)) return false;
  if (std::isfinite(target.below) && !(value <= target.below)) return false;
  if (std::isfinite(target.above) && !(value >= target.above)) return false;
  if (target.sign == '+' && !(value > 0)) return false;
  if (target.sign == '-' && !(value < 0)) return false;
  return true;
}

}  // namespace

TargetOutcome evaluate(const Results& results, const TargetInfo& target) {
  TargetOutcome outcome;
  const auto value = value_of(results, target);
  if (!value || !std::isfinite(value->value)) return outcome;
  outcome.value = *value;
  const bool inside = holds(target, value->value) &&
                      (!target.falsification || (holds(target, value->low) && holds(target, value->high)));
  outcome.verdict = inside ? TargetOutcome::Verdict::met : TargetOutcome::Verdict::missed;
  return outcome;
}

std::vector<TargetOutcome> evaluate_targets(const Results& results) {
  std::vector<TargetOutcome> outcomes;
  for (const TargetInfo& target : results.targets) outcomes.push_back(evaluate(results, target));
  return outcomes;
}

bool is_binding_miss(const TargetInfo& target, const TargetOutcome& outcome) {
  return (target.kind != "soft" || target.falsification) && outcome.verdict != TargetOutcome::Verdict::met;
}

}  // namespace sagsflow

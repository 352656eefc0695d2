#include "output/answer.h"

#include <cmath>

#include "output/labels.h"
#include "output/number_format.h"
#include "output/report.h"

namespace sagsflow {
namespace {

/// A total of the whole model, a year.
std::optional<Quantity> total_of(const Results& results, std::string_view measure) {
  const auto found = find_measure(results, "total", measure);
  if (!found) return std::nullopt;
  return Quantity{{*found, Statistic::sum}, std::nullopt};
}

std::optional<ArmAnswer::Hours> hours_of(const Results& results, std::size_t arm) {
  const auto hours = total_of(results, "staff_hours");
  if (!hours) return std::nullopt;
  const Estimate change = difference_between(results, 0, arm, *hours).estimate;
  if (!std::isfinite(change.value)) return std::nullopt;
  const double law = level_of(results, 0, *hours).value;
  return ArmAnswer::Hours{scaled(change, -1 / window_years(results)), law > 0 ? -change.value / law : 0};
}

std::optional<ArmAnswer::Wait> wait_of(const Results& results, std::size_t arm, Language language) {
  std::optional<ArmAnswer::Wait> largest;
  for (const ReportRow& place : waiting_places(results, language)) {
    const Estimate change = difference_between(results, 0, arm, place.quantity).estimate;
    if (!std::isfinite(change.value)) continue;
    const bool clearer = largest && is_clear(change) && !is_clear(largest->change);
    const bool as_clear = largest && is_clear(change) == is_clear(largest->change);
    const bool larger = largest && as_clear && std::abs(change.value) > std::abs(largest->change.value);
    if (largest && !clearer && !larger) continue;
    largest = {place.label, level_of(results, 0, place.quantity).value, level_of(results, arm, place.quantity).value,
               change};
  }
  return largest;
}

std::optional<std::array<Estimate, 4>> citizens_of_arm(const Results& results, std::size_t arm) {
  const std::array shares = {share_of_citizens(results, arm, &CitizenChanges::shorter),
                             share_of_citizens(results, arm, &CitizenChanges::same),
                             share_of_citizens(results, arm, &CitizenChanges::longer),
                             share_of_citizens(results, arm, &CitizenChanges::undecided)};
  if (!std::isfinite(shares.front().value)) return std::nullopt;
  return shares;
}

}  // namespace

ArmAnswer answer_of(const Results& results, std::size_t arm, Language language) {
  ArmAnswer answer;
  answer.arm = arm;
  answer.hours = hours_of(results, arm);
  answer.wait = wait_of(results, arm, language);
  answer.citizens = citizens_of_arm(results, arm);
  if (const auto municipal = total_of(results, "municipal_net")) {
    const Estimate change = difference_between(results, 0, arm, *municipal).estimate;
    if (std::isfinite(change.value)) answer.municipal = scaled(change, 1 / window_years(results));
  }
  return answer;
}

}  // namespace sagsflow

#include "output/answer.h"

#include <cmath>
#include <compare>

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

/// A year's, against the baseline.
std::optional<Difference> yearly_change(const Results& results, std::size_t arm, const std::optional<Quantity>& total) {
  if (!total) return std::nullopt;
  Difference change = difference_between(results, 0, arm, *total);
  if (!std::isfinite(change.estimate.value)) return std::nullopt;
  change.estimate = scaled(change.estimate, 1 / window_years(results));
  return change;
}

std::optional<ArmAnswer::Hours> hours_of(const Results& results, std::size_t arm) {
  const auto hours = total_of(results, "staff_hours");
  const auto change = yearly_change(results, arm, hours);
  if (!change) return std::nullopt;
  const double law = level_of(results, 0, *hours).value / window_years(results);
  return ArmAnswer::Hours{*change, law > 0 ? std::abs(change->estimate.value) / law : 0};
}

/// Somebody gives up waiting here in either arm, and the arms differ in it: the wait goes on elsewhere.
bool is_given_up(const Results& results, std::size_t arm, const WaitingPlace& place) {
  return place.gave_up && level_of(results, 0, *place.gave_up).value != level_of(results, arm, *place.gave_up).value;
}

/// Clear before unclear; then, if clear, by the days moved; if not, meetings first.
struct Weight {
  bool clear, meeting;
  double days_moved;
  auto operator<=>(const Weight&) const = default;
};

std::optional<ArmAnswer::Wait> wait_of(const Results& results, std::size_t arm, Language language) {
  std::optional<ArmAnswer::Wait> chosen;
  Weight most{};
  for (const WaitingPlace& place : waiting_places(results)) {
    const Difference change = difference_between(results, 0, arm, place.wait);
    if (!std::isfinite(change.estimate.value) || is_given_up(results, arm, place)) continue;
    const bool clear = is_clear(change.estimate);
    const double days = std::abs(change.estimate.value) * level_of(results, 0, place.count).value;
    const Weight weight{clear, !clear && place.object->kind == "meeting", days};
    if (chosen && weight <= most) continue;
    most = weight;
    chosen = {label_of(results, *place.object, language), level_of(results, 0, place.wait).value,
              level_of(results, arm, place.wait).value, change};
  }
  return chosen;
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
  answer.municipal = yearly_change(results, arm, total_of(results, "municipal_net"));
  return answer;
}

}  // namespace sagsflow

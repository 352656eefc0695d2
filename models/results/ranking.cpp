#include "models/results/ranking.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "models/results/estimators.h"
#include "models/results/reading.h"
#include "models/results/series.h"

namespace sagsflow {
namespace {

using Readings = std::vector<Quantity::Reading>;

/// Of everyone; empty unless all of its measures are there.
Readings readings_of(const Results& results, const RankingInfo& ranking) {
  Readings readings;
  for (const std::string& measure : ranking.measures) {
    const auto reading = reading_named(results, measure);
    if (!reading) return {};
    readings.push_back(*reading);
  }
  return readings;
}

/// Those of everyone, in the group; empty unless it has them all.
Readings in_group(const Results& results, Readings readings, const std::string& group) {
  if (group.empty()) return readings;
  for (Quantity::Reading& reading : readings) {
    const MeasureInfo& everyone = results.catalogue[reading.measure];
    const auto of_group = find_measure(results, everyone.object, everyone.measure, group);
    if (!of_group) return {};
    reading.measure = *of_group;
  }
  return readings;
}

bool is_amount(const MeasureInfo& info, Statistic statistic) {
  const bool adds_up =
      info.kind == MeasureKind::count || info.kind == MeasureKind::total || info.kind == MeasureKind::level;
  return adds_up && statistic == usual_statistic(info.kind);
}

/// An amount over the window; a level is one at any time.
bool is_yearly(const MeasureInfo& info, Statistic statistic) {
  const bool tallied = info.kind == MeasureKind::tally || info.kind == MeasureKind::ratio;
  if (tallied) return statistic == Statistic::count || statistic == Statistic::sum;
  return info.kind != MeasureKind::level && is_amount(info, statistic);
}

/// The sum of the readings, by replication.
Series series_of(const Results& results, std::size_t arm, const Readings& readings) {
  Series sum = series_of(results, arm, readings.front().measure, readings.front().statistic);
  for (std::size_t i = 1; i < readings.size(); ++i) {
    const Series more = series_of(results, arm, readings[i].measure, readings[i].statistic);
    for (std::size_t r = 0; r < sum.values.size(); ++r) sum.values[r] += more.values[r];
  }
  return sum;
}

/// Years that the amounts are over; 1 where the readings are none.
double years_of(const Results& results, const Readings& readings) {
  const Quantity::Reading& first = readings.front();
  return is_yearly(results.catalogue[first.measure], first.statistic) ? in_days(results.run.length) / in_days(kYear)
                                                                      : 1;
}

Estimate divided(Estimate estimate, double by) {
  estimate.value /= by;
  estimate.low /= by;
  estimate.high /= by;
  return estimate;
}

/// Of `arm` less `base`, at comparison_confidence also between two trial arms: an arm is compared with all others.
Estimate change_between(const Results& results, const Series& base, const Series& arm) {
  return difference_from(results, 0, base, arm).estimate;
}

/// -1: clearly less than 0; 1: clearly more.
int sign_of(const Estimate& change) {
  if (std::isfinite(change.high) && change.high < 0) return -1;
  return std::isfinite(change.low) && change.low > 0 ? 1 : 0;
}

RankedArm::Effect effect_of(const RankingInfo& ranking, const Estimate& change) {
  if (!std::isfinite(change.value)) return RankedArm::Effect::undefined;
  const bool has_interval = std::isfinite(change.low) && std::isfinite(change.high);
  if (change.value == 0 && (!has_interval || (change.low == 0 && change.high == 0))) {
    return RankedArm::Effect::unchanged;
  }
  const int sign = sign_of(change);
  if (sign == 0) return RankedArm::Effect::unclear;
  return (sign > 0) == ranking.more_is_better ? RankedArm::Effect::better : RankedArm::Effect::worse;
}

/// Compares each with each; `series` by arm.
void set_places(const Results& results, const RankingInfo& ranking, const std::vector<Series>& series,
                std::vector<RankedArm>& ranked) {
  const auto is_defined = [](const RankedArm& arm) { return arm.effect != RankedArm::Effect::undefined; };
  const auto defined = static_cast<std::size_t>(std::ranges::count_if(ranked, is_defined));
  for (RankedArm& arm : ranked) {
    if (is_defined(arm)) std::tie(arm.first_place, arm.last_place) = std::pair(1, defined);
  }
  for (auto one = ranked.begin(); one != ranked.end(); ++one) {
    for (auto other = std::next(one); other != ranked.end(); ++other) {
      if (!is_defined(*one) || !is_defined(*other)) continue;
      const int sign = sign_of(change_between(results, series[one->arm], series[other->arm]));
      if (sign == 0) continue;
      const bool other_is_better = (sign > 0) == ranking.more_is_better;
      ++(other_is_better ? *one : *other).first_place;
      --(other_is_better ? *other : *one).last_place;
    }
  }
}

}  // namespace

std::optional<RankingUnit> unit_of(const Results& results, const RankingInfo& ranking) {
  const Readings readings = readings_of(results, ranking);
  if (readings.empty()) return std::nullopt;
  const MeasureInfo& first = results.catalogue[readings.front().measure];
  const RankingUnit unit{first.unit, is_yearly(first, readings.front().statistic)};
  if (readings.size() == 1) return unit;
  const bool add_up = std::ranges::all_of(readings, [&](const Quantity::Reading& reading) {
    const MeasureInfo& info = results.catalogue[reading.measure];
    return is_amount(info, reading.statistic) && info.unit == unit.unit &&
           is_yearly(info, reading.statistic) == unit.is_yearly;
  });
  return add_up ? std::optional(unit) : std::nullopt;
}

std::optional<std::string> unknown_ranking(const Results& results) {
  const auto unknown =
      std::ranges::find_if(results.rankings, [&](const RankingInfo& ranking) { return !unit_of(results, ranking); });
  if (unknown == results.rankings.end()) return std::nullopt;
  std::string measures;
  for (const std::string& measure : unknown->measures) measures += (measures.empty() ? "\"" : " + \"") + measure + '"';
  return "report.ranking: the results have no measure " + measures +
         (unknown->measures.size() > 1 ? ", or they do not add up" : "");
}

std::vector<std::string> groups_of(const Results& results, const RankingInfo& ranking) {
  std::vector<std::string> groups;
  if (!unit_of(results, ranking)) return groups;
  groups.emplace_back();
  const Readings everyone = readings_of(results, ranking);
  const MeasureInfo& first = results.catalogue[everyone.front().measure];
  for (const MeasureInfo& info : results.catalogue) {
    if (info.object != first.object || info.measure != first.measure || info.group.empty()) continue;
    if (info.period.empty() && !in_group(results, everyone, info.group).empty()) groups.push_back(info.group);
  }
  return groups;
}

std::vector<RankedArm> ranked_arms(const Results& results, const RankingInfo& ranking, const std::string& group) {
  const Readings readings = in_group(results, readings_of(results, ranking), group);
  const double years = years_of(results, readings);
  std::vector<Series> series;
  for (std::size_t arm = 0; arm < results.observations.size(); ++arm) {
    series.push_back(series_of(results, arm, readings));
  }
  std::vector<RankedArm> ranked;
  for (std::size_t arm = 1; arm < series.size(); ++arm) {
    const Estimate change = change_between(results, series.front(), series[arm]);
    ranked.push_back({arm, divided(change, years), effect_of(ranking, change)});
  }
  set_places(results, ranking, series, ranked);
  const double direction = ranking.more_is_better ? -1 : 1;
  std::ranges::stable_sort(ranked, [&](const RankedArm& a, const RankedArm& b) {
    if (a.effect != b.effect) return a.effect < b.effect;
    return a.effect != RankedArm::Effect::undefined && direction * a.change.value < direction * b.change.value;
  });
  return ranked;
}

Estimate baseline_of(const Results& results, const RankingInfo& ranking, const std::string& group) {
  const Readings readings = in_group(results, readings_of(results, ranking), group);
  return divided(estimate(series_of(results, 0, readings)), years_of(results, readings));
}

}  // namespace sagsflow

#include "output/ranking_csv.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "models/results/ranking.h"

namespace sagsflow {
namespace {

constexpr std::array<std::string_view, 5> kEffects = {"better", "unclear", "unchanged", "worse", "undefined"};

std::string unit_text(const RankingUnit& unit) {
  return std::string(csv_unit(unit.unit)) + (unit.is_yearly ? "/year" : "");
}

std::string place_text(std::size_t place) {
  return place == 0 ? "" : std::to_string(place);
}

}  // namespace

std::string ranking_csv(const Results& results, const CsvKey& key) {
  if (results.rankings.empty()) return {};
  std::string text =
      "scenario,draw,ranking,label,measure,group,order,arm,baseline,effect,first_place,last_place,"
      "baseline_mean,difference,ci_low,ci_high,n,unit\n";
  for (std::size_t number = 0; number < results.rankings.size(); ++number) {
    const RankingInfo& ranking = results.rankings[number];
    const auto unit = unit_of(results, ranking);
    for (const std::string& group : groups_of(results, ranking)) {
      const double baseline = baseline_of(results, ranking, group).value;
      std::size_t order = 0;
      for (const RankedArm& arm : ranked_arms(results, ranking, group)) {
        text += fmt::format(
            "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_field(key.scenario), csv_field(key.draw),
            number + 1, csv_field(ranking.label_en), csv_field(fmt::format("{}", fmt::join(ranking.measures, " + "))),
            csv_field(group), ++order, csv_field(results.arms[arm.arm].name), csv_field(results.arms.front().name),
            kEffects[static_cast<std::size_t>(arm.effect)], place_text(arm.first_place), place_text(arm.last_place),
            csv_number(baseline), csv_number(arm.change.value), csv_number(arm.change.low), csv_number(arm.change.high),
            arm.change.replications, unit_text(*unit));
      }
    }
  }
  return text;
}

}  // namespace sagsflow

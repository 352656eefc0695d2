#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/results/estimates.h"

namespace sagsflow {

/// Where an arm stands in a ranking. Amounts (counts, totals) are those of a year; the rest is in the measure's unit.
struct RankedArm {
  enum class Effect {
    better,     ///< than the baseline: the interval lies on the good side of 0
    unclear,    ///< the interval covers 0, or there is none
    unchanged,  ///< no replication differed at all
    worse,
    undefined  ///< no value in this arm or in the baseline
  };
  std::size_t arm = 0;
  Estimate change;  ///< from the baseline, at comparison_confidence
  Effect effect = Effect::undefined;
  /// From 1: one more than the trial arms that are clearly better, and as many as are not clearly worse, each pair at
  /// comparison_confidence. Between the two lies the arm's place with 95 % confidence, for one arm at a time: its
  /// comparisons with all others hold at once (Mogstad, Romano, Shaikh, Wilhelm 2024, Review of Economic Studies 91,
  /// section 3: marginal confidence sets). 0 where the change is undefined.
  std::size_t first_place = 0, last_place = 0;
};

/// What a ranking is in; `is_yearly`: an amount, over the window's years.
struct RankingUnit {
  Unit unit = Unit::count;
  bool is_yearly = false;
};

/// Nothing when the results do not hold one of its measures for everyone, or when several do not add up: other units,
/// or not all counts, totals or levels.
std::optional<RankingUnit> unit_of(const Results& results, const RankingInfo& ranking);

/// Why one of the results' rankings cannot be made, by the catalogue alone; nothing where all can.
std::optional<std::string> unknown_ranking(const Results& results);

/// "" for everyone, then the groups that have its measures, in the catalogue's order. Empty where unit_of has nothing.
std::vector<std::string> groups_of(const Results& results, const RankingInfo& ranking);

/// Every trial arm, among the citizens of one of groups_of: the better ones first, the largest improvement first; then
/// the unclear by their size, the unchanged, the worse, the undefined. What is equal stands in the order of the arms.
std::vector<RankedArm> ranked_arms(const Results& results, const RankingInfo& ranking, const std::string& group);

/// The baseline's level, as the changes are given.
Estimate baseline_of(const Results& results, const RankingInfo& ranking, const std::string& group);

}  // namespace sagsflow

#include "output/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/report_plan.h"

namespace sagsflow {
namespace {

/// The statistic that holds how many or how much.
Statistic amount_of(MeasureKind kind) {
  return kind == MeasureKind::count ? Statistic::count : Statistic::sum;
}

bool is_amount(const RowPlan& plan) {
  return plan.shown == Shown::per_year || plan.shown == Shown::thousands_per_year ||
         plan.shown == Shown::millions_per_year;
}

std::optional<Quantity> quantity_of(const Results& results, const ObjectInfo& object, const RowPlan& plan) {
  const auto measure = find_measure(results, object.path, plan.measure);
  if (!measure) return std::nullopt;
  const MeasureKind kind = results.catalogue[*measure].kind;
  if (is_amount(plan)) return Quantity{{*measure, amount_of(kind)}, std::nullopt};
  const bool needs_whole = plan.shown == Shown::per_cent && kind != MeasureKind::ratio && kind != MeasureKind::level;
  if (!needs_whole) return Quantity{{*measure, plan.statistic}, std::nullopt};
  const auto whole = find_measure(results, object.path, plan.per_measure);
  if (!whole) return std::nullopt;
  return Quantity{{*measure, amount_of(kind)}, Quantity::Reading{*whole, amount_of(results.catalogue[*whole].kind)}};
}

double factor_of(const Results& results, Shown shown) {
  switch (shown) {
    case Shown::as_it_is:
      return 1;
    case Shown::per_year:
      return 1 / window_years(results);
    case Shown::thousands_per_year:
      return 1 / window_years(results) / 1000;
    case Shown::millions_per_year:
      return 1 / window_years(results) / 1e6;
    case Shown::weeks:
      return 1.0 / 7;
    case Shown::per_cent:
      return 100;
  }
  return 1;
}

/// Decimals that a change in this unit is worth; a small level shows its own three digits besides.
int worth(Shown shown) {
  const bool whole = shown == Shown::per_year || shown == Shown::thousands_per_year;
  return whole ? 0 : 1;
}

bool has_value(const Results& results, const Quantity& quantity) {
  for (std::size_t arm = 0; arm < results.observations.size(); ++arm) {
    const double value = level_of(results, arm, quantity).value;
    if (std::isfinite(value) && value != 0) return true;
  }
  return false;
}

/// The size of the largest clear difference from the baseline, 0 without one.
double largest_clear_change(const Results& results, const Quantity& quantity) {
  double largest = 0;
  for (std::size_t arm = 1; arm < results.observations.size(); ++arm) {
    const Estimate change = difference_between(results, 0, arm, quantity).estimate;
    if (is_clear(change)) largest = std::max(largest, std::abs(change.value));
  }
  return largest;
}

/// The mean of waits of which some are still open is restricted to a horizon, and the horizon is named.
std::string mean_label(const Results& results, const ReportRow& row, const RowPlan& plan, Language language) {
  if (plan.measure != "wait" || plan.statistic != Statistic::mean || plan.phrase.da.empty()) return row.label;
  const std::size_t measure = row.quantity.of.measure;
  double horizon = 0;
  bool is_restricted = false;
  for (std::size_t arm = 0; arm < results.observations.size(); ++arm) {
    const double in_arm = level_of(results, arm, measure, Statistic::horizon).value;
    if (std::isfinite(in_arm)) horizon = std::max(horizon, in_arm);
    is_restricted = is_restricted || level_of(results, arm, measure, Statistic::open).value > 0;
  }
  if (!is_restricted || horizon <= 0) return row.label;
  return fmt::format(fmt::runtime(phrases::mean_within.in(language)), number(horizon, 0, language));
}

std::optional<ReportRow> row_of(const Results& results, const ObjectInfo& object, const RowPlan& plan, ReportFor whom,
                                Language language) {
  const auto quantity = quantity_of(results, object, plan);
  if (!quantity || !has_value(results, *quantity)) return std::nullopt;
  if (whom == ReportFor::comparison && plan.if_clear && largest_clear_change(results, *quantity) == 0)
    return std::nullopt;
  const std::string label =
      plan.phrase.da.empty() ? label_of(results, object, language) : std::string(plan.phrase.in(language));
  ReportRow row{label, *quantity, factor_of(results, plan.shown), worth(plan.shown)};
  row.label = mean_label(results, row, plan, language);
  return row;
}

double highest_level(const Results& results, const ReportRow& row) {
  double highest = 0;
  for (std::size_t arm = 0; arm < results.observations.size(); ++arm) {
    const double value = level_of(results, arm, row.quantity).value;
    if (std::isfinite(value)) highest = std::max(highest, value);
  }
  return highest;
}

/// The rows of one object.
using Block = std::vector<ReportRow>;

/// By the first row of each block: the largest clear change first, then the highest level.
void sort_by_change(const Results& results, std::vector<Block>& blocks) {
  struct Keyed {
    std::pair<double, double> key;
    Block block;
  };
  std::vector<Keyed> keyed;
  for (Block& block : blocks) {
    const ReportRow& first = block.front();
    keyed.push_back({{largest_clear_change(results, first.quantity), highest_level(results, first)}, std::move(block)});
  }
  std::ranges::stable_sort(keyed, std::ranges::greater{}, &Keyed::key);
  for (std::size_t i = 0; i < blocks.size(); ++i) blocks[i] = std::move(keyed[i].block);
}

bool is_alike(const Results& results, const ReportRow& a, const ReportRow& b) {
  for (std::size_t arm = 0; arm < results.observations.size(); ++arm) {
    const Estimate level_a = level_of(results, arm, a.quantity), level_b = level_of(results, arm, b.quantity);
    if (level_a.value != level_b.value || level_a.low != level_b.low) return false;
  }
  return true;
}

/// The labels' common part before the colon, or the first label.
std::string common_name(const std::string& first, const std::string& second) {
  const std::string head = first.substr(0, first.find(':'));
  return second.starts_with(head + ":") ? head : first;
}

/// Objects whose rows are the same in every arm stand as one: "Teamet (hver af 4)".
void merge_alike(const Results& results, std::vector<Block>& blocks, Language language) {
  std::vector<Block> merged;
  for (std::size_t i = 0; i < blocks.size();) {
    std::size_t end = i + 1;
    const auto alike = [&](const ReportRow& a, const ReportRow& b) { return is_alike(results, a, b); };
    while (end < blocks.size() && std::ranges::equal(blocks[i], blocks[end], alike)) ++end;
    merged.push_back(blocks[i]);
    std::string& label = merged.back().front().label;
    if (end > i + 1) {
      label = fmt::format(fmt::runtime(phrases::each_of.in(language)), common_name(label, blocks[i + 1].front().label),
                          end - i);
    }
    i = end;
  }
  blocks = std::move(merged);
}

void add_groups(const Results& results, const GroupPlan& plan, ReportFor whom, Language language,
                std::vector<ReportGroup>& groups) {
  const bool by_object = plan.headed == GroupPlan::Headed::by_object;
  std::vector<Block> blocks;
  for (const ObjectInfo& object : results.objects) {
    if (!plan.takes(results, object)) continue;
    Block block;
    for (const RowPlan& row_plan : plan.rows) {
      if (auto row = row_of(results, object, row_plan, whom, language)) block.push_back(std::move(*row));
    }
    if (block.empty()) continue;
    if (by_object) groups.push_back({label_of(results, object, language), block});
    blocks.push_back(std::move(block));
  }
  if (by_object || blocks.empty()) return;
  if (plan.order == GroupPlan::Order::by_change) {
    sort_by_change(results, blocks);
    merge_alike(results, blocks, language);
  }
  if (plan.most > 0) blocks.resize(std::min(blocks.size(), plan.most));
  ReportGroup group{std::string(plan.heading.in(language)), {}};
  for (Block& block : blocks) std::ranges::move(block, std::back_inserter(group.rows));
  groups.push_back(std::move(group));
}

}  // namespace

std::vector<ReportTable> report_tables(const Results& results, ReportFor whom, Language language) {
  std::vector<ReportTable> tables;
  for (const TablePlan& plan : report_plan()) {
    ReportTable table{std::string(plan.title.in(language)), {}};
    for (const GroupPlan& group : plan.groups) add_groups(results, group, whom, language, table.groups);
    if (!table.groups.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

std::vector<WaitingPlace> waiting_places(const Results& results) {
  std::vector<WaitingPlace> places;
  for (const ObjectInfo& object : results.objects) {
    if (!is_waiting_place(object)) continue;
    const auto wait = find_measure(results, object.path, "wait");
    if (!wait) continue;
    WaitingPlace place{&object, {{*wait, Statistic::mean}, {}}, {{*wait, Statistic::count}, {}}, {}};
    if (const auto gave_up = find_measure(results, object.path, "gave_up")) {
      place.gave_up = Quantity{{*gave_up, Statistic::count}, {}};
    }
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace sagsflow

#include "output/report.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

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

bool has_value(const Results& results, const Quantity& quantity, bool other_than_zero) {
  for (std::size_t arm = 0; arm < results.observations.size(); ++arm) {
    const double value = level_of(results, arm, quantity).value;
    if (std::isfinite(value) && !(other_than_zero && value == 0)) return true;
  }
  return false;
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

std::optional<ReportRow> row_of(const Results& results, const ObjectInfo& object, const RowPlan& plan,
                                bool without_zeros, Language language) {
  const auto quantity = quantity_of(results, object, plan);
  if (!quantity || !has_value(results, *quantity, without_zeros)) return std::nullopt;
  const std::string label =
      plan.phrase.da.empty() ? label_of(results, object, language) : std::string(plan.phrase.in(language));
  ReportRow row{label, *quantity, factor_of(results, plan.shown)};
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

void keep_largest(const Results& results, std::vector<ReportRow>& rows, std::size_t most) {
  std::vector<std::pair<double, ReportRow>> sorted;
  for (ReportRow& row : rows) sorted.emplace_back(highest_level(results, row), std::move(row));
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.first > b.first; });
  rows.clear();
  for (auto& [level, row] : sorted) {
    if (rows.size() < most) rows.push_back(std::move(row));
  }
}

void add_groups(const Results& results, const GroupPlan& plan, Language language, std::vector<ReportGroup>& groups) {
  const bool by_object = plan.headed == GroupPlan::Headed::by_object;
  ReportGroup group{std::string(plan.heading.in(language)), {}};
  for (const ObjectInfo& object : results.objects) {
    if (!plan.takes(object)) continue;
    if (by_object) group = {label_of(results, object, language), {}};
    for (const RowPlan& row_plan : plan.rows) {
      if (auto row = row_of(results, object, row_plan, plan.without_zeros, language)) {
        group.rows.push_back(std::move(*row));
      }
    }
    if (by_object && !group.rows.empty()) groups.push_back(group);
  }
  if (by_object) return;
  if (plan.most > 0) keep_largest(results, group.rows, plan.most);
  if (!group.rows.empty()) groups.push_back(std::move(group));
}

}  // namespace

std::vector<ReportTable> report_tables(const Results& results, Language language) {
  std::vector<ReportTable> tables;
  for (const TablePlan& plan : report_plan()) {
    ReportTable table{std::string(plan.title.in(language)), {}};
    for (const GroupPlan& group : plan.groups) add_groups(results, group, language, table.groups);
    if (!table.groups.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

std::vector<ReportRow> waiting_places(const Results& results, Language language) {
  std::vector<ReportRow> rows;
  for (const ObjectInfo& object : results.objects) {
    if (!is_waiting_place(object)) continue;
    if (auto row = row_of(results, object, RowPlan{"wait", Statistic::mean}, false, language)) {
      row->label = short_label_of(object, language);
      rows.push_back(std::move(*row));
    }
  }
  return rows;
}

}  // namespace sagsflow

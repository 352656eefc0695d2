#include "models/results/estimates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "models/results/estimators.h"
#include "models/results/series.h"

namespace sagsflow {
namespace {

constexpr std::array<std::pair<Statistic, std::string_view>, kStatistics.size()> kNames = {{
    {Statistic::mean, "mean"},
    {Statistic::sd, "sd"},
    {Statistic::var, "var"},
    {Statistic::p50, "p50"},
    {Statistic::p90, "p90"},
    {Statistic::p95, "p95"},
    {Statistic::p99, "p99"},
    {Statistic::max, "max"},
    {Statistic::count, "count"},
    {Statistic::sum, "sum"},
    {Statistic::open, "open"},
    {Statistic::horizon, "horizon"},
    {Statistic::share_zero, "share_zero"},
    {Statistic::at_start, "at_start"},
    {Statistic::at_end, "at_end"},
}};

using Changes = CitizenChanges;

/// A sum of days over a number of citizens.
template <class Days, class Citizens>
Estimate per_citizen(const Results& results, std::size_t arm, Days days, Citizens citizens) {
  Series series;
  series.estimator = Series::Estimator::ratio;
  for (const Changes& changes : results.observations[arm].changes) {
    series.parts.push_back({days(changes), citizens(changes)});
  }
  return estimate(series, comparison_confidence(results));
}

}  // namespace

std::string_view name_of(Statistic statistic) {
  return std::ranges::find(kNames, statistic, &std::pair<Statistic, std::string_view>::first)->second;
}

std::optional<Statistic> statistic_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name, &std::pair<Statistic, std::string_view>::second);
  if (found == kNames.end()) return std::nullopt;
  return found->first;
}

Statistic usual_statistic(MeasureKind kind) {
  switch (kind) {
    case MeasureKind::count:
      return Statistic::count;
    case MeasureKind::total:
      return Statistic::sum;
    case MeasureKind::tally:
    case MeasureKind::level:
    case MeasureKind::ratio:
      return Statistic::mean;
  }
  return Statistic::mean;
}

std::optional<std::size_t> find_measure(const Results& results, std::string_view object, std::string_view measure,
                                        std::string_view group, std::string_view period) {
  const auto found = std::ranges::find_if(results.catalogue, [&](const MeasureInfo& info) {
    return info.object == object && info.measure == measure && info.group == group && info.period == period;
  });
  if (found == results.catalogue.end()) return std::nullopt;
  return static_cast<std::size_t>(found - results.catalogue.begin());
}

double comparison_confidence(const Results& results) {
  return simultaneous_confidence(results.observations.size() - 1);
}

double confidence_from(const Results& results, std::size_t from) {
  return from == 0 ? comparison_confidence(results) : kConfidence;
}

Estimate level_of(const Results& results, std::size_t arm, std::size_t measure, Statistic statistic) {
  return estimate(series_of(results, arm, measure, statistic));
}

Difference difference_between(const Results& results, std::size_t from, std::size_t arm, std::size_t measure,
                              Statistic statistic) {
  return difference_from(results, from, series_of(results, from, measure, statistic),
                         series_of(results, arm, measure, statistic));
}

Difference difference_of(const Results& results, std::size_t arm, std::size_t measure, Statistic statistic) {
  return difference_between(results, 0, arm, measure, statistic);
}

Estimate citizens_of(const Results& results, std::size_t arm, double Changes::* which) {
  Series series;
  for (const Changes& changes : results.observations[arm].changes) series.values.push_back(changes.*which);
  return estimate(series, comparison_confidence(results));
}

Estimate share_of_citizens(const Results& results, std::size_t arm, double Changes::* which) {
  const auto all = [](const Changes& c) { return c.shorter + c.same + c.longer + c.undecided; };
  return per_citizen(results, arm, [which](const Changes& c) { return c.*which; }, all);
}

Estimate mean_days_of(const Results& results, std::size_t arm, double Changes::* days, double Changes::* citizens) {
  const auto of = [](double Changes::* member) { return [member](const Changes& c) { return c.*member; }; };
  return per_citizen(results, arm, of(days), of(citizens));
}

Estimate mean_change_of(const Results& results, std::size_t arm) {
  const auto days = [](const Changes& c) { return c.shorter_days + c.same_days + c.longer_days; };
  const auto decided = [](const Changes& c) { return c.shorter + c.same + c.longer; };
  return per_citizen(results, arm, days, decided);
}

}  // namespace sagsflow

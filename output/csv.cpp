#include "output/csv.h"

#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>

#include "models/results/series.h"
#include "models/results/share_request.h"

namespace sagsflow {
namespace {

void add_row(std::string& text, std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const std::string_view field : fields) {
    if (!first) text += ',';
    text += csv_field(field);
    first = false;
  }
  text += '\n';
}

using Part = std::string (*)(const Results&, const CsvKey&, std::size_t);

std::string all_parts(const Results& results, const CsvKey& key, Part part) {
  std::string text;
  for (std::size_t arm = 0; arm < results.observations.size(); ++arm) text += part(results, key, arm);
  return text;
}

}  // namespace

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_number(double value) {
  if (!std::isfinite(value)) return {};
  if (value == 0) return "0";  // no minus before nothing
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), end.ptr);
}

std::optional<CsvNames> csv_names(const MeasureInfo& measure, Statistic statistic) {
  const auto request = request_in(measure.measure);
  if (!request) return CsvNames{measure.measure, name_of(statistic)};
  if (statistic != Statistic::mean) return std::nullopt;
  return CsvNames{request->measure, request->statistic};
}

std::string_view csv_unit(Unit unit) {
  switch (unit) {
    case Unit::days:
      return "days";
    case Unit::hours:
      return "h";
    case Unit::dkk:
      return "DKK";
    case Unit::one:
      return "1";
    case Unit::count:
      return "count";
  }
  return {};
}

static std::string_view squared_csv_unit(Unit unit) {
  switch (unit) {
    case Unit::days:
      return "days^2";
    case Unit::hours:
      return "h^2";
    case Unit::dkk:
      return "DKK^2";
    case Unit::one:
      return "1";
    case Unit::count:
      return "count^2";
  }
  return {};
}

std::string_view csv_unit(const MeasureInfo& measure, Statistic statistic) {
  const bool area =
      measure.kind == MeasureKind::level && (statistic == Statistic::count || statistic == Statistic::sum);
  if (area) return "days";
  const bool counted = statistic == Statistic::count || statistic == Statistic::open ||
                       (measure.kind == MeasureKind::ratio && measure.unit == Unit::one && statistic == Statistic::sum);
  if (counted) return "count";
  if (statistic == Statistic::share_zero) return "1";
  return statistic == Statistic::var ? squared_csv_unit(measure.unit) : csv_unit(measure.unit);
}

std::string replications_csv(const Results& results, const CsvKey& key, std::size_t arm) {
  std::string text;
  if (arm == 0) {
    add_row(text, {"scenario", "arm", "draw", "replication", "object", "measure", "statistic", "group", "period",
                   "value", "unit"});
  }
  const auto& replications = results.observations[arm].replications;
  for (std::size_t r = 0; r < replications.size(); ++r) {
    const std::string number = std::to_string(r + 1);
    for (std::size_t m = 0; m < results.catalogue.size(); ++m) {
      const MeasureInfo& info = results.catalogue[m];
      for (const Statistic statistic : kStatistics) {
        const double value = statistic_of(replications[r].measures[m], statistic);
        const auto names = csv_names(info, statistic);
        if (!std::isfinite(value) || !names) continue;
        add_row(text, {key.scenario, results.arms[arm].name, key.draw, number, info.object, names->measure,
                       names->statistic, info.group, info.period, csv_number(value), csv_unit(info, statistic)});
      }
    }
  }
  return text;
}

std::string summary_csv(const Results& results, const CsvKey& key, std::size_t arm) {
  std::string text;
  if (arm == 0) {
    add_row(text, {"scenario", "arm", "draw", "object", "measure", "statistic", "group", "period", "mean", "ci_low",
                   "ci_high", "n", "unit"});
  }
  for (std::size_t m = 0; m < results.catalogue.size(); ++m) {
    const MeasureInfo& info = results.catalogue[m];
    for (const Statistic statistic : kStatistics) {
      const Estimate level = level_of(results, arm, m, statistic);
      const auto names = csv_names(info, statistic);
      if (!std::isfinite(level.value) || !names) continue;
      add_row(text, {key.scenario, results.arms[arm].name, key.draw, info.object, names->measure, names->statistic,
                     info.group, info.period, csv_number(level.value), csv_number(level.low), csv_number(level.high),
                     std::to_string(level.replications), csv_unit(info, statistic)});
    }
  }
  return text;
}

std::string differences_csv(const Results& results, const CsvKey& key, std::size_t arm) {
  std::string text;
  if (arm == 0) {
    add_row(text, {"scenario", "arm", "baseline", "draw", "object", "measure", "statistic", "group", "period",
                   "baseline_mean", "mean", "difference", "ci_low", "ci_high", "variance_ratio", "n", "unit"});
    return text;
  }
  for (std::size_t m = 0; m < results.catalogue.size(); ++m) {
    const MeasureInfo& info = results.catalogue[m];
    for (const Statistic statistic : kStatistics) {
      const Difference difference = difference_of(results, arm, m, statistic);
      const Estimate& change = difference.estimate;
      const auto names = csv_names(info, statistic);
      if (!std::isfinite(change.value) || !names) continue;
      add_row(text,
              {key.scenario, results.arms[arm].name, results.arms.front().name, key.draw, info.object, names->measure,
               names->statistic, info.group, info.period, csv_number(level_of(results, 0, m, statistic).value),
               csv_number(level_of(results, arm, m, statistic).value), csv_number(change.value), csv_number(change.low),
               csv_number(change.high), csv_number(difference.variance_ratio), std::to_string(change.replications),
               csv_unit(info, statistic)});
    }
  }
  return text;
}

std::string replications_csv(const Results& results, const CsvKey& key) {
  return all_parts(results, key, replications_csv);
}

std::string summary_csv(const Results& results, const CsvKey& key) {
  return all_parts(results, key, summary_csv);
}

std::string differences_csv(const Results& results, const CsvKey& key) {
  return all_parts(results, key, differences_csv);
}

}  // namespace sagsflow

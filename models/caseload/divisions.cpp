#include <fmt/format.h>

#include "models/caseload/compile.h"

namespace sagsflow {
namespace {

using std::chrono::year_month;
using std::chrono::year_month_day;

unsigned months_of(ReportDefinition::Period period) {
  switch (period) {
    case ReportDefinition::Period::month:
      return 1;
    case ReportDefinition::Period::quarter:
      return 3;
    case ReportDefinition::Period::year:
    case ReportDefinition::Period::none:
      break;
  }
  return 12;
}

std::string name_of(year_month month, ReportDefinition::Period period) {
  const int year = static_cast<int>(month.year());
  const unsigned number = static_cast<unsigned>(month.month());
  if (period == ReportDefinition::Period::month) return fmt::format("{:04}-{:02}", year, number);
  if (period == ReportDefinition::Period::quarter) return fmt::format("{:04}-Q{}", year, (number + 2) / 3);
  return fmt::format("{:04}", year);
}

/// The calendar's months, quarters or years; the first and the last are what the window has of them.
std::vector<Divisions::Period> periods_of(ReportDefinition::Period period, Time opens, Time closes) {
  std::vector<Divisions::Period> periods;
  const unsigned months = months_of(period);
  const year_month_day first(std::chrono::floor<std::chrono::days>(opens));
  const unsigned begins = (static_cast<unsigned>(first.month()) - 1) / months * months + 1;
  for (year_month month = first.year() / std::chrono::month(begins);;) {
    const year_month next = month + std::chrono::months(months);
    const Time from = std::chrono::sys_days(month / std::chrono::day(1));
    const Time to = std::chrono::sys_days(next / std::chrono::day(1));
    periods.push_back({name_of(month, period), {std::max(from, opens), std::min(to, closes)}});
    if (to >= closes) return periods;
    month = next;
  }
}

}  // namespace

Divisions divide(const ReportDefinition& report, const Catalogue& catalogue, Time opens, Time closes) {
  Divisions divisions;
  std::uint32_t stride = 1;
  for (const std::string& name : report.by) {
    const std::uint32_t trait = catalogue.trait(name);
    const auto values = static_cast<std::uint32_t>(catalogue.traits[trait].values.size());
    divisions.by.push_back({trait, values, stride});
    stride *= values;
  }
  if (report.period != ReportDefinition::Period::none) divisions.periods = periods_of(report.period, opens, closes);
  return divisions;
}

}  // namespace sagsflow

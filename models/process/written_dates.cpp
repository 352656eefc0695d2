#include "models/process/written_dates.h"

#include <fmt/format.h>

namespace sagsflow {

std::string written_date(Time time) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

}  // namespace sagsflow

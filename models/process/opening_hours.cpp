#include "models/process/opening_hours.h"

#include <set>

#include "sim/capacity/danish_holidays.h"

namespace sagsflow {

OpenHours opening_hours(const CalendarDefinition& calendar, Time begin, Time end) {
  using std::chrono::days;
  const auto first = std::chrono::floor<days>(begin), last = std::chrono::floor<days>(end);
  std::set<std::chrono::sys_days> closed;
  for (const Time& day : calendar.closed_days) closed.insert(std::chrono::floor<days>(day));
  if (calendar.danish_holidays) {
    const auto year_of = [](auto day) { return std::chrono::year_month_day(day).year(); };
    for (auto year = year_of(first); year <= year_of(last); ++year) {
      const auto holidays = danish_holidays(year);
      closed.insert(holidays.begin(), holidays.end());
    }
  }
  std::vector<OpenInterval> intervals;
  for (auto day = first; day <= last; day += days(1)) {
    const auto weekday = std::chrono::weekday(day).iso_encoding() - 1;
    const auto [from, to] = calendar.hours[weekday];
    if (from == to || closed.contains(day)) continue;
    intervals.push_back({Time(day) + from, Time(day) + to});
  }
  return OpenHours(std::move(intervals));
}

}  // namespace sagsflow

#include "sim/capacity/danish_holidays.h"

#include <algorithm>

namespace sagsflow {

using std::chrono::days;
using std::chrono::sys_days;

sys_days easter_sunday(std::chrono::year year) {
  const int y = static_cast<int>(year);
  const int golden = y % 19, century = y / 100, of_century = y % 100;
  const int correction = (century + 8) / 25;
  const int moon = (century - (century - correction + 1) / 3 - century / 4 + 19 * golden + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
  const int late = (golden + 11 * moon + 22 * weekday) / 451;
  const int sum = moon + weekday - 7 * late + 114;
  return std::chrono::year_month_day(year, std::chrono::month(static_cast<unsigned>(sum / 31)),
                                     std::chrono::day(static_cast<unsigned>(sum % 31 + 1)));
}

std::vector<sys_days> danish_holidays(std::chrono::year year) {
  using namespace std::chrono;
  const sys_days easter = easter_sunday(year);
  std::vector<sys_days> holidays = {year / January / 1,   easter - days(3),    easter - days(2),  easter,
                                    easter + days(1),     easter + days(39),   easter + days(49), easter + days(50),
                                    year / December / 25, year / December / 26};
  const bool has_store_bededag = year < std::chrono::year(2024);
  if (has_store_bededag) holidays.push_back(easter + days(26));
  std::ranges::sort(holidays);
  return holidays;
}

}  // namespace sagsflow

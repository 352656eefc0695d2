#include "sim/capacity/danish_holidays.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <utility>

using namespace sagsflow;
using namespace std::chrono;

namespace {

/// Gauss 1800, as corrected by himself in 1816, for the Gregorian calendar: days after 21 March, with the two
/// exceptions; the second way to Easter.
sys_days easter_by_gauss(int y) {
  const int a = y % 19, b = y % 4, c = y % 7, k = y / 100;
  const int p = (13 + 8 * k) / 25, q = k / 4;
  const int m = (15 - p + k - q) % 30, n = (4 + k - q) % 7;
  const int d = (19 * a + m) % 30;
  const int e = (2 * b + 4 * c + 6 * d + n) % 7;
  int after = d + e;
  if (d == 29 && e == 6) after -= 7;
  if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) after -= 7;
  return sys_days(year(y) / March / 22) + days(after);
}

bool is_holiday(sys_days day) {
  const auto holidays = danish_holidays(year_month_day(day).year());
  return std::ranges::binary_search(holidays, day);
}

}  // namespace

TEST_CASE("Easter falls where the almanac has it") {
  for (const year_month_day& easter :
       {1990y / April / 15, 1991y / March / 31, 1995y / April / 16, 1999y / April / 4, 2000y / April / 23,
        2005y / March / 27, 2008y / March / 23, 2011y / April / 24, 2018y / April / 1, 2019y / April / 21,
        2020y / April / 12, 2024y / March / 31, 2025y / April / 20, 2026y / April / 5, 2030y / April / 21,
        2038y / April / 25, 2040y / April / 1, 2050y / April / 10}) {
    CHECK(year_month_day(easter_sunday(easter.year())) == easter);
  }
}

TEST_CASE("Easter falls at its earliest and latest, and in the years of Gauss's exceptions, where history has it") {
  CHECK(year_month_day(easter_sunday(1818y)) == 1818y / March / 22);
  CHECK(year_month_day(easter_sunday(1943y)) == 1943y / April / 25);
  CHECK(year_month_day(easter_sunday(1954y)) == 1954y / April / 18);
  CHECK(year_month_day(easter_sunday(1981y)) == 1981y / April / 19);
}

TEST_CASE("two algorithms agree on Easter, a Sunday, from 1900 to 2200") {
  for (int y = 1900; y <= 2200; ++y) {
    const sys_days easter = easter_sunday(year(y));
    CHECK(easter == easter_by_gauss(y));
    CHECK(weekday(easter) == Sunday);
  }
}

TEST_CASE("the holidays of 2018 are those of the Danish calendar") {
  CHECK(danish_holidays(2018y) == std::vector<sys_days>{2018y / January / 1, 2018y / March / 29, 2018y / March / 30,
                                                        2018y / April / 1, 2018y / April / 2, 2018y / April / 27,
                                                        2018y / May / 10, 2018y / May / 20, 2018y / May / 21,
                                                        2018y / December / 25, 2018y / December / 26});
}

TEST_CASE("the holidays of 2019 are those of the Danish calendar") {
  CHECK(danish_holidays(2019y) == std::vector<sys_days>{2019y / January / 1, 2019y / April / 18, 2019y / April / 19,
                                                        2019y / April / 21, 2019y / April / 22, 2019y / May / 17,
                                                        2019y / May / 30, 2019y / June / 9, 2019y / June / 10,
                                                        2019y / December / 25, 2019y / December / 26});
}

TEST_CASE("Store Bededag is a holiday for the last time in 2023") {
  CHECK(is_holiday(2022y / May / 13));
  CHECK(is_holiday(2023y / May / 5));
  CHECK_FALSE(is_holiday(2024y / April / 26));
  CHECK_FALSE(is_holiday(2025y / May / 16));
  CHECK(danish_holidays(2023y).size() == 11);
  CHECK(danish_holidays(2024y).size() == 10);
}

TEST_CASE("holidays come in order, none twice, each on its weekday") {
  for (int y = 1990; y <= 2050; ++y) {
    const auto holidays = danish_holidays(year(y));
    CHECK(std::ranges::adjacent_find(holidays, std::greater_equal<>()) == holidays.end());
    const auto on = [&](weekday day) {
      return std::ranges::count_if(holidays, [&](sys_days holiday) {
        const year_month_day date(holiday);
        const bool fixed = date.month() == December || date == year(y) / January / 1;
        return !fixed && weekday(holiday) == day;
      });
    };
    CHECK(on(Thursday) == 2);                 // Maundy Thursday, Ascension
    CHECK(on(Friday) == (y < 2024 ? 2 : 1));  // Good Friday, Store Bededag
    CHECK(on(Sunday) == 2);
    CHECK(on(Monday) == 2);
  }
}

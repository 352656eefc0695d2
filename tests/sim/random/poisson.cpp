#include "sim/random/poisson.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/random/exact_math.h"

using namespace sagsflow;

namespace {

using namespace std::chrono_literals;

constexpr Time at(std::chrono::year_month_day date) {
  return std::chrono::sys_days(date);
}
constexpr Time kStart = at(2018y / 1 / 1);
constexpr double kPerDay = 1.0 / static_cast<double>(kDay.count());

// Arrivals by month of one year.
std::array<double, 12> counts(std::vector<ArrivalRate> phases) {
  const Chance chance(9, 0);
  PoissonArrivals arrivals(77, std::move(phases));
  std::array<double, 12> counts{};
  for (Time time = arrivals.next(chance); time < at(2019y / 1 / 1); time = arrivals.next(chance)) {
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
    ++counts[static_cast<unsigned>(date.month()) - 1];
  }
  return counts;
}

void agrees(double count, double expected) {
  CHECK(std::fabs(count - expected) < 3.5 * std::sqrt(expected));
}

}  // namespace

TEST_CASE("at a constant rate the gaps are exponential draws keyed by the arrival's number") {
  const Chance chance(9, 0);
  PoissonArrivals arrivals(77, {{kStart, 2 * kPerDay}});
  double mass = 0.0;
  for (std::uint64_t k = 1; k <= 100; ++k) {
    mass -= exact::log(chance.draw({77, k}).value);
    const auto expected = static_cast<std::int64_t>(mass / (2 * kPerDay) + 0.5);
    REQUIRE(arrivals.next(chance) == kStart + Span(expected));
  }
  CHECK(arrivals.count() == 100);
}

TEST_CASE("monthly factors move arrivals between months, and a month may have none") {
  ArrivalRate rate{kStart, 200 * kPerDay};
  rate.month_factors = {1, 0.5, 2, 1, 1, 1, 0, 1, 1, 1, 1, 3};
  const auto months = counts({rate});
  agrees(months[0], 31 * 200);
  agrees(months[1], 28 * 100);
  agrees(months[2], 31 * 400);
  CHECK(months[6] == 0);
  agrees(months[7], 31 * 200);
  agrees(months[11], 31 * 600);
}

TEST_CASE("equal factors in every month are a constant rate") {
  ArrivalRate halved{kStart, 2 * kPerDay};
  halved.month_factors.fill(0.5);
  const Chance chance(9, 0);
  PoissonArrivals first(77, {halved}), second(77, {{kStart, kPerDay}});
  for (int i = 0; i < 1000; ++i) REQUIRE(first.next(chance) == second.next(chance));
}

TEST_CASE("the arrivals before a factor changes are the same with and without the change") {
  ArrivalRate changed{kStart, 20 * kPerDay};
  changed.month_factors[5] = 4;
  const Chance chance(9, 0);
  PoissonArrivals first(77, {changed}), second(77, {{kStart, 20 * kPerDay}});
  int compared = 0;
  for (Time time = second.next(chance); time < at(2018y / 6 / 1); time = second.next(chance)) {
    REQUIRE(std::chrono::abs(first.next(chance) - time) <= Span(1));
    ++compared;
  }
  agrees(compared, 151 * 20);
}

TEST_CASE("a rate of nothing never brings anyone, and a later rate counts from its date") {
  const Chance chance(9, 0);
  CHECK(PoissonArrivals(77, {{kStart, 0.0}}).next(chance) == Time::max());
  CHECK(PoissonArrivals(77, {}).next(chance) == Time::max());
  ArrivalRate none{kStart, 1.0};
  none.month_factors.fill(0);
  PoissonArrivals never(77, {none});
  CHECK(never.next(chance) == Time::max());
  CHECK(never.next(chance) == Time::max());
  CHECK(PoissonArrivals(77, {{kStart, 1e-30}}).next(chance) == Time::max());

  const auto months = counts({{kStart, 100 * kPerDay}, {at(2018y / 3 / 16), 0.0}, {at(2018y / 5 / 1), 300 * kPerDay}});
  agrees(months[1], 28 * 100);
  agrees(months[2], 15 * 100);
  CHECK(months[3] == 0);
  agrees(months[4], 31 * 300);
}

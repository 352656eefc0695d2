#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/random/duration_table.h"

using namespace sagsflow;

namespace {

using Shape = DurationLaw::Shape;
using Plain = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

double microseconds(Span span) {
  return static_cast<double>(span.count());
}

Span drawn(const DurationLaw& law, double value, double part = 0.5) {
  DurationTable table;
  return table.draw(table.add(law), {part, value});
}

DurationLaw mixture(std::vector<double> weights, std::vector<DurationLaw> parts) {
  return {.shape = Shape::mixture, .weights = std::move(weights), .parts = std::move(parts)};
}

// Standardised distances of the mean and of the variance of 200,000 keyed draws from theory.
struct Distance {
  double mean;
  double variance;
};
Distance distance_from_theory(const DurationLaw& law, double mean, double sd) {
  constexpr int n = 200000;
  DurationTable table;
  const DurationTable::Id id = table.add(law);
  const Chance chance(20, 1);
  double sum = 0, squares = 0, fourths = 0;
  for (int i = 0; i < n; ++i) {
    const DrawKey key{static_cast<std::uint64_t>(i), 99};
    const Span length = table.draw(id, chance, key);
    if (i < 100) REQUIRE(length == table.draw(id, chance.draw(key)));
    const double apart = (microseconds(length) - mean) / sd;
    sum += apart;
    squares += apart * apart;
    fourths += apart * apart * apart * apart;
  }
  const double variance = squares / n;
  const double error = std::sqrt((fourths / n - variance * variance) / n);
  return {sum / n * std::sqrt(n), (variance - 1.0) / error};
}

}  // namespace

TEST_CASE("every shape has the mean and the variance that theory tells") {
  const double day = microseconds(kDay);
  struct Case {
    const char* name;
    DurationLaw law;
    double mean, sd;
  };
  const DurationLaw exponential{.shape = Shape::exponential, .mean = 10 * kDay};
  const double gamma_of_1_5 = std::tgamma(1 + 1 / 1.5);
  const double gamma_of_2 = std::tgamma(1 + 2 / 1.5);
  const Case cases[] = {
      {"exponential", exponential, 10 * day, 10 * day},
      {"lognormal", {.shape = Shape::lognormal, .mean = 60 * kDay, .sd = 30 * kDay}, 60 * day, 30 * day},
      {"gamma", {.shape = Shape::gamma, .mean = 20 * kDay, .sd = 30 * kDay}, 20 * day, 30 * day},
      {"erlang", {.shape = Shape::erlang, .mean = 12 * kDay, .stages = 9}, 12 * day, 4 * day},
      {"weibull",
       {.shape = Shape::weibull, .mean = 20 * kDay, .shape_parameter = 1.5},
       20 * day,
       20 * day * std::sqrt(gamma_of_2 / (gamma_of_1_5 * gamma_of_1_5) - 1)},
      {"uniform", {.shape = Shape::uniform, .points = {14 * kDay, 42 * kDay}}, 28 * day, 28 * day / std::sqrt(12.0)},
      {"triangular",
       {.shape = Shape::triangular, .points = {kDay, 3 * kDay, 11 * kDay}},
       5 * day,
       std::sqrt((1 + 9 + 121 - 3 - 11 - 33) / 18.0) * day},
      {"empirical",
       {.shape = Shape::empirical, .points = {3 * kDay, 1 * kDay}, .weights = {1, 2}},
       5 * day / 3,
       std::sqrt(8.0 / 9) * day},
      {"mixture", mixture({0.2, 0.8}, {exponential, {.mean = 2 * kDay}}), 3.6 * day,
       std::sqrt(0.2 * 200 + 0.8 * 4 - 3.6 * 3.6) * day}};
  for (const Case& one : cases) {
    CAPTURE(one.name);
    REQUIRE_FALSE(problem_of(one.law));
    CHECK(microseconds(mean_of(one.law)) == Approx(one.mean).epsilon(1e-12));
    const Distance distance = distance_from_theory(one.law, one.mean, one.sd);
    CHECK(std::fabs(distance.mean) < 3.5);
    CHECK(std::fabs(distance.variance) < 3.5);
  }
}

TEST_CASE("a draw is the quantile, as Boost.Math has it") {
  const double mean = microseconds(30 * kDay), sd = microseconds(45 * kDay);
  const double variance = std::log1p(2.25);
  const boost::math::lognormal_distribution<double, Plain> lognormal(std::log(mean) - variance / 2,
                                                                     std::sqrt(variance));
  const boost::math::gamma_distribution<double, Plain> gamma(mean * mean / sd / sd, sd * sd / mean);
  const boost::math::gamma_distribution<double, Plain> erlang(3, mean / 3);
  const boost::math::weibull_distribution<double, Plain> weibull(0.7, mean / std::tgamma(1 + 1 / 0.7));
  const boost::math::triangular_distribution<double, Plain> triangular(microseconds(kDay), microseconds(9 * kDay),
                                                                       microseconds(10 * kDay));
  for (const double u : {0x1p-53, 1e-12, 1e-5, 0.01, 0.2, 0.5, 0.77, 0.99, 1 - 1e-9, 1 - 0x1p-53}) {
    CAPTURE(u);
    const auto agrees = [u](const DurationLaw& law, double expected) {
      const double limit = 0.5 + std::fabs(expected) * 1e-10;  // the microsecond, and the accuracy of the inversion
      CHECK(std::fabs(microseconds(drawn(law, u)) - expected) <= limit);
    };
    agrees({.shape = Shape::exponential, .mean = 30 * kDay}, -mean * std::log1p(-u));
    agrees({.shape = Shape::lognormal, .mean = 30 * kDay, .sd = 45 * kDay}, quantile(lognormal, u));
    agrees({.shape = Shape::gamma, .mean = 30 * kDay, .sd = 45 * kDay}, quantile(gamma, u));
    agrees({.shape = Shape::erlang, .mean = 30 * kDay, .stages = 3}, quantile(erlang, u));
    agrees({.shape = Shape::weibull, .mean = 30 * kDay, .shape_parameter = 0.7}, quantile(weibull, u));
    agrees({.shape = Shape::triangular, .points = {kDay, 9 * kDay, 10 * kDay}}, quantile(triangular, u));
    agrees({.shape = Shape::uniform, .points = {kDay, 3 * kDay}}, microseconds(kDay) * (1 + 2 * u));
  }
}

TEST_CASE("what is fixed, never or past a thousand years needs no chance") {
  CHECK(drawn({.mean = 8 * kWeek}, 0.3) == 8 * kWeek);
  CHECK(drawn({.mean = Span::zero()}, 0.3) == Span::zero());
  CHECK(drawn({.mean = 1001 * kYear}, 0.3) == kNever);
  CHECK(drawn({.shape = Shape::never}, 0.3) == kNever);
  CHECK(microseconds(drawn({.shape = Shape::exponential, .mean = 600 * kYear}, 0.5)) ==
        Approx(600 * 0.69314718055994530942 * 31557600e6).epsilon(1e-15));  // the logarithm of 2
  CHECK(drawn({.shape = Shape::exponential, .mean = 600 * kYear}, 0.9) == kNever);
}

TEST_CASE("an empirical draw takes the points in rising order by their weights") {
  const DurationLaw law{.shape = Shape::empirical, .points = {3 * kDay, 1 * kDay, 9 * kDay}, .weights = {1, 2, 1}};
  CHECK(drawn(law, 0.49) == 1 * kDay);
  CHECK(drawn(law, 0.51) == 3 * kDay);
  CHECK(drawn(law, 0.74) == 3 * kDay);
  CHECK(drawn(law, 0.76) == 9 * kDay);
  CHECK(drawn({.shape = Shape::empirical, .points = {2 * kDay, kDay}, .weights = {1, 0}}, 0.001) == 2 * kDay);
}

TEST_CASE("the first word of a draw chooses the part, the second its value, and a nested mixture splits the first") {
  const DurationLaw inner = mixture({0.5, 0.5}, {{.mean = kDay}, {.mean = 2 * kDay}});
  const DurationLaw law =
      mixture({0.2, 0.4, 0.4}, {{.shape = Shape::never}, inner, {.shape = Shape::exponential, .mean = kDay}});
  CHECK(drawn(law, 0.5, 0.19) == kNever);
  CHECK(drawn(law, 0.5, 0.21) == kDay);
  CHECK(drawn(law, 0.5, 0.39) == kDay);
  CHECK(drawn(law, 0.5, 0.41) == 2 * kDay);
  CHECK(drawn(law, 0.5, 0.59) == 2 * kDay);
  CHECK(drawn(law, 0.5, 0.61) == drawn({.shape = Shape::exponential, .mean = kDay}, 0.5));
  CHECK(mean_of(law) == kNever);
  CHECK(mean_of(inner) == 36 * kHour);
}

TEST_CASE("the rest of an exponential duration is a fresh one, whatever has passed") {
  DurationTable table;
  const auto id = table.add({.shape = Shape::exponential, .mean = 10 * kDay});
  CHECK(table.draw_remaining(id, 300 * kDay, {0.1, 0.7}) == table.draw(id, {0.1, 0.7}));
  CHECK(table.survival(id, 10 * kDay) == Approx(std::exp(-1.0)).epsilon(1e-14));
}

TEST_CASE("with nothing elapsed the rest is the whole, and it lasts longer than what has passed by its survival") {
  const DurationLaw exponential{.shape = Shape::exponential, .mean = 10 * kDay};
  const DurationLaw laws[] = {{.mean = 20 * kDay},
                              {.shape = Shape::never},
                              exponential,
                              {.shape = Shape::lognormal, .mean = 10 * kDay, .sd = 5 * kDay},
                              {.shape = Shape::gamma, .mean = 10 * kDay, .sd = 15 * kDay},
                              {.shape = Shape::erlang, .mean = 10 * kDay, .stages = 4},
                              {.shape = Shape::weibull, .mean = 10 * kDay, .shape_parameter = 2.5},
                              {.shape = Shape::uniform, .points = {2 * kDay, 19 * kDay}},
                              {.shape = Shape::triangular, .points = {kDay, 11 * kDay, 12 * kDay}},
                              {.shape = Shape::empirical, .points = {kDay, 7 * kDay, 15 * kDay}, .weights = {3, 2, 1}},
                              mixture({0.3, 0.7}, {exponential, {.mean = 9 * kDay}})};
  for (const DurationLaw& law : laws) {
    CAPTURE(static_cast<int>(law.shape));
    DurationTable table;
    const auto id = table.add(law);
    const Span elapsed = 6 * kDay, more = 3 * kDay;
    const Chance chance(3, 3);
    constexpr int n = 50000;
    int longer = 0;
    CHECK(table.survival(id, Span::zero()) == 1.0);
    for (int i = 0; i < n; ++i) {
      const Draw draw = chance.draw({static_cast<std::uint64_t>(i), 1});
      if (i < 100) REQUIRE(table.draw_remaining(id, Span::zero(), draw) == table.draw(id, draw));
      longer += table.draw_remaining(id, elapsed, draw) >= more;
    }
    const double expected = table.survival(id, elapsed + more) / table.survival(id, elapsed);
    const double error = std::sqrt(expected * (1 - expected) / n);
    CHECK(std::fabs(static_cast<double>(longer) / n - expected) <= 3.5 * error);
  }
}

TEST_CASE("survival agrees with the share of draws that last so long") {
  DurationTable table;
  const DurationLaw lognormal{.shape = Shape::lognormal, .mean = 10 * kDay, .sd = 5 * kDay};
  const auto id = table.add(
      mixture({0.25, 0.75}, {lognormal, {.shape = Shape::triangular, .points = {kDay, 4 * kDay, 20 * kDay}}}));
  constexpr int n = 100000;
  int longer = 0;
  for (int i = 0; i < n; ++i) {
    longer += table.draw(id, Chance(1, 1).draw({static_cast<std::uint64_t>(i), 0})) >= 8 * kDay;
  }
  const double expected = table.survival(id, 8 * kDay);
  CHECK(std::fabs(static_cast<double>(longer) / n - expected) < 3.5 * std::sqrt(expected * (1 - expected) / n));
}

TEST_CASE("what certainly ended before leaves nothing") {
  DurationTable table;
  const auto uniform = table.add({.shape = Shape::uniform, .points = {2 * kDay, 5 * kDay}});
  const auto fixed = table.add({.mean = 5 * kDay});
  CHECK(table.survival(uniform, 6 * kDay) == 0.0);
  CHECK(table.draw_remaining(uniform, 6 * kDay, {0.5, 0.5}) == Span::zero());
  CHECK(table.survival(fixed, 5 * kDay) == 1.0);
  CHECK(table.survival(fixed, 5 * kDay + Span(1)) == 0.0);
  CHECK(table.draw_remaining(fixed, 2 * kDay, {0.5, 0.5}) == 3 * kDay);
}

TEST_CASE("the survival to many times at once is that to each alone, to the bit") {
  DurationTable table;
  const std::vector<Span> times{-kDay,    Span::zero(),       Span(1),   kHour,
                                3 * kDay, 3 * kDay + Span(1), 90 * kDay, 40 * kYear};
  for (const DurationLaw& law :
       {DurationLaw{.shape = Shape::exponential, .mean = 20 * kDay}, DurationLaw{.mean = 3 * kDay},
        DurationLaw{.shape = Shape::gamma, .mean = 20 * kDay, .sd = 9 * kDay}}) {
    const auto id = table.add(law);
    std::vector<double> alone, at_once(times.size());
    for (const Span time : times) alone.push_back(table.survival(id, time));
    table.survival(id, times, at_once);
    CHECK(at_once == alone);
  }
}

TEST_CASE("a law that cannot be says what is wrong") {
  const auto problem = [](const DurationLaw& law) { return problem_of(law).value_or("none"); };
  CHECK(problem({.mean = -kDay}) == "-1 days, expected at least 0 days");
  CHECK(problem({.shape = Shape::exponential}) == "mean is 0 days, expected more than 0");
  CHECK(problem({.shape = Shape::lognormal, .mean = 90 * kMinute}) == "sd is 0 days, expected more than 0");
  CHECK(problem({.shape = Shape::gamma, .mean = kDay, .sd = 90 * kMinute}) == "none");
  CHECK(problem({.shape = Shape::gamma, .mean = kDay, .sd = 11 * kDay}) ==
        "sd is 11 days, expected from a thousandth of the mean to 10 times the mean");
  CHECK(problem({.shape = Shape::erlang, .mean = kDay, .stages = 0}) == "k is 0, expected from 1 to 1000000");
  CHECK(problem({.shape = Shape::weibull, .mean = kDay, .shape_parameter = 0}) ==
        "shape is 0, expected from 0.1 to 1000");
  CHECK(problem({.shape = Shape::uniform, .points = {kDay}}) == "1 durations, expected 2");
  CHECK(problem({.shape = Shape::triangular, .points = {kDay, 3 * kDay, 36 * kHour}}) ==
        "1.5 days after 3 days, expected rising durations");
  CHECK(problem({.shape = Shape::empirical, .points = {kDay, kDay}, .weights = {1}}) == "1 weights, expected 2");
  CHECK(problem(mixture({0.5, 0.4}, {{.mean = kDay}, {.mean = kDay}})) == "shares sum to 0.9, expected 1");
  CHECK(problem(mixture({0.5, 0.5}, {{.mean = kDay}, {.shape = Shape::exponential}})) ==
        "part 2: mean is 0 days, expected more than 0");
}

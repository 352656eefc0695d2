#include "sim/stat/intervals.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace sagsflow;

namespace {

using Values = std::vector<double>;
using Ratios = std::vector<RatioParts>;

constexpr double kT3 = 3.182446305284263;  // the 0.975-quantile of Student's t with 3 degrees of freedom
constexpr double kT2 = 4.302652729749464;  // with 2: 0.95 sqrt(2 / (1 - 0.95 squared))
constexpr double kT9 = 2.262157162798205;  // with 9

void check_interval(const Interval& interval, double value, double half_width) {
  CHECK(interval.value == Approx(value).epsilon(1e-12).margin(1e-12));
  CHECK(interval.low == Approx(value - half_width).epsilon(1e-12).margin(1e-12));
  CHECK(interval.high == Approx(value + half_width).epsilon(1e-12).margin(1e-12));
}

}  // namespace

TEST_CASE("quantiles of Student's t are those of the tables") {
  CHECK(student_t_quantile(0.975, 1) == Approx(12.706204736174698).epsilon(1e-12));
  CHECK(student_t_quantile(0.975, 3) == Approx(kT3).epsilon(1e-12));
  CHECK(student_t_quantile(0.95, 10) == Approx(1.8124611228107335).epsilon(1e-12));
  CHECK(student_t_quantile(0.975, 1e9) == Approx(1.959963985).epsilon(1e-8));
}

TEST_CASE("a mean over replications has a t-interval") {
  // 1 3 5 7: mean 4, variance 20/3.
  check_interval(mean_interval(Values{1, 3, 5, 7}), 4, kT3 * std::sqrt(20. / 3 / 4));
  // Law 2015, example 4.26: ten observations with mean 1.34 and variance 0.17.
  const Interval law = mean_interval(Values{1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09});
  check_interval(law, 1.343, kT9 * std::sqrt(0.167512222222222 / 10));
}

TEST_CASE("one replication has a value and no interval, none has neither") {
  const Interval one = mean_interval(Values{3});
  CHECK(one.value == 3);
  CHECK(std::isnan(one.low));
  CHECK(std::isnan(mean_interval({}).value));
  CHECK(ratio_interval(Ratios{{6, 3}}).value == 2);
  CHECK(std::isnan(ratio_interval(Ratios{{6, 3}}).high));
  CHECK(std::isnan(ratio_interval(Ratios{{0, 0}, {0, 0}}).value));
}

TEST_CASE("a ratio weighs replications by their counts and spreads by its residuals") {
  // Sums 10 12 38, counts 5 5 10: ratio 3; residuals -5 -3 8 over the mean count 20/3; Σ squares 98.
  check_interval(ratio_interval(Ratios{{10, 5}, {12, 5}, {38, 10}}), 3, kT2 * std::sqrt(98. / 2 / 3) / (20. / 3));
}

TEST_CASE("a replication without anyone adds nothing to a ratio but counts as a replication") {
  // Ratio 2; residuals -2 2 0 over the mean count 8/3.
  check_interval(ratio_interval(Ratios{{6, 4}, {10, 4}, {0, 0}}), 2, kT2 * std::sqrt(8. / 2 / 3) / (8. / 3));
}

TEST_CASE("a paired difference has the spread of the differences") {
  // Differences 1 2 1 4: mean 2, variance 2.
  check_interval(paired_difference(Values{11, 22, 31, 44}, Values{10, 20, 30, 40}), 2, kT3 * std::sqrt(2. / 4));
}

TEST_CASE("a difference of ratios has the spread of its paired residuals") {
  // a: ratio 3, residuals (-5 -3 8)/(20/3); b: sums 8 8 14, counts 5 5 5, ratio 2, residuals (-2 -2 4)/5.
  const Ratios a{{10, 5}, {12, 5}, {38, 10}}, b{{8, 5}, {8, 5}, {14, 5}};
  // Apart: -0.75+0.4, -0.45+0.4, 1.2-0.8 = -0.35 -0.05 0.4; Σ squares 0.285.
  check_interval(paired_ratio_difference(a, b), 1, kT2 * std::sqrt(0.285 / 2 / 3));
  // Var a = (0.5625 + 0.2025 + 1.44)/2, Var b = (0.16 + 0.16 + 0.64)/2.
  CHECK(variance_ratio(a, b) == Approx((2.205 + 0.96) / 0.285).epsilon(1e-12));
}

TEST_CASE("equal counts make a ratio's interval that of the replications' means") {
  const Interval ratio = ratio_interval(Ratios{{10, 10}, {30, 10}, {50, 10}, {70, 10}});
  check_interval(ratio, 4, kT3 * std::sqrt(20. / 3 / 4));
}

TEST_CASE("the variance ratio says what pairing gained") {
  // Var a = 1.25·4/3, Var b the same; a - b is 0 0 0 1.
  CHECK(variance_ratio(Values{1, 2, 3, 5}, Values{1, 2, 3, 4}) == Approx((35. / 12 + 5. / 3) / 0.25).epsilon(1e-12));
  CHECK(std::isnan(variance_ratio(Values{1, 2, 3}, Values{2, 3, 4})));
  CHECK(std::isnan(variance_ratio(Values{1}, Values{2})));
}

TEST_CASE("unpaired means are compared with Welch's degrees of freedom") {
  // a: 1 3 5 7, mean 4, variance 20/3; b: 1 2 3, mean 2, variance 1. Var/n: 5/3 and 1/3, together 2.
  // Degrees 4 / (25/27 + 1/18) = 216/53 = 4.0755.
  const Interval interval = welch_difference(Values{1, 3, 5, 7}, Values{1, 2, 3});
  check_interval(interval, 2, student_t_quantile(0.975, 216. / 53) * std::sqrt(2.0));
  CHECK(std::isnan(welch_difference(Values{1}, Values{1, 2}).low));
  CHECK(welch_difference(Values{2, 2}, Values{1, 1}).low == 1);
}

TEST_CASE("a pooled quantile has the spread of the replications' own about it") {
  // About 10: -1 0 2 3, Σ squares 14.
  check_interval(sectioned_quantile(10, Values{9, 10, 12, 13}), 10, kT3 * std::sqrt(14. / 3 / 4));
  check_interval(sectioned_quantile(10, Values{9, 10, kUndefined, 12, 13}), 10, kT3 * std::sqrt(14. / 3 / 4));
  CHECK(std::isnan(sectioned_quantile(kUndefined, Values{9, 10}).low));
  // Apart: 1 1 2 0 about 1.
  check_interval(sectioned_difference(10, 9, Values{9, 10, 12, 13}, Values{8, 9, 10, 13}), 1,
                 kT3 * std::sqrt(2. / 3 / 4));
}

TEST_CASE("a share has Wilson's interval") {
  // Newcombe 1998, table I: 81 of 263 is 0.2553 to 0.3662, 15 of 148 is 0.0624 to 0.1605, 0 of 20 is 0 to 0.1611.
  const Interval many = wilson_interval(81, 263);
  CHECK(many.low == Approx(0.2553).margin(5e-5));
  CHECK(many.high == Approx(0.3662).margin(5e-5));
  CHECK(wilson_interval(15, 148).low == Approx(0.0624).margin(5e-5));
  CHECK(wilson_interval(0, 20).low == 0.0);
  CHECK(wilson_interval(0, 20).high == Approx(0.1611).margin(5e-5));
  CHECK(wilson_interval(20, 20).high == 1.0);
  CHECK(std::isnan(wilson_interval(0, 0).value));
}

TEST_CASE("intervals that hold all at once are each at a higher confidence") {
  CHECK(simultaneous_confidence(0) == 0.95);
  CHECK(simultaneous_confidence(1) == 0.95);
  CHECK(simultaneous_confidence(2) == Approx(0.975));
  CHECK(simultaneous_confidence(5) == Approx(0.99));
  // With one degree of freedom t is Cauchy: its quantile is tan(pi (p - 1/2)), here of p = 0.9875.
  const Values values{0, 2};
  check_interval(mean_interval(values, simultaneous_confidence(2)), 1, std::tan(std::acos(-1.0) * 0.4875));
  const Ratios ratios{{0, 1}, {2, 1}};
  check_interval(ratio_interval(ratios, 0.975), 1, std::tan(std::acos(-1.0) * 0.4875));
  check_interval(paired_difference(values, Values{0, 0}, 0.975), 1, std::tan(std::acos(-1.0) * 0.4875));
}

TEST_CASE("a quantile that some replication never reached has no interval") {
  const double never = std::numeric_limits<double>::infinity();
  const Interval some = sectioned_quantile(10, Values{9, 11, never});
  CHECK(some.value == 10);
  CHECK(std::isnan(some.high));
  CHECK(std::isnan(sectioned_difference(10, 8, Values{9, never, 11}, Values{8, never, 8}).low));
}

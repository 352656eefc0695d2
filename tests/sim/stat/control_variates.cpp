#include "sim/stat/control_variates.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace sagsflow;

namespace {

using Values = std::vector<double>;

constexpr double kT2 = 4.302652729749464;  // the 0.975-quantile of Student's t with 2 degrees of freedom

double drawn(std::mt19937_64& engine) {
  return std::normal_distribution<double>()(engine);
}

}  // namespace

TEST_CASE("one control is the regression line read at the control's expectation") {
  // S_cc 5, S_cy 8, S_yy 14: slope 1.6, residual squares 1.2, over 2 degrees 0.6. At 2, half above the mean of 1.5:
  // 3 + 0.8, with variance 0.6 (1/4 + 0.25/5).
  const std::vector<Control> controls{{{0, 1, 2, 3}, 2}};
  const auto controlled = controlled_mean(Values{1, 2, 3, 6}, controls);
  REQUIRE(controlled);
  CHECK(controlled->value == Approx(3.8));
  CHECK(controlled->half_width() == Approx(kT2 * std::sqrt(0.18)));
}

TEST_CASE("what is a sum of its controls is known") {
  // y = 3 + 2 a - b + 0.5 c: at the expectations, 3 + 2 - 2 + 1.5.
  const std::vector<Control> controls{
      {{1, 0, 4, 2, 5, 7, 1, 3}, 1}, {{2, 5, 1, 1, 0, 3, 8, 2}, 2}, {{9, 1, 0, 4, 4, 2, 6, 5}, 3}};
  Values values;
  for (std::size_t i = 0; i < 8; ++i) {
    values.push_back(3 + 2 * controls[0].values[i] - controls[1].values[i] + 0.5 * controls[2].values[i]);
  }
  const auto controlled = controlled_mean(values, controls);
  REQUIRE(controlled);
  CHECK(controlled->value == Approx(4.5));
  CHECK(controlled->half_width() == Approx(0).margin(1e-6));
}

TEST_CASE("controls that do not vary, or are sums of each other, control nothing") {
  const Values values{1, 2, 3, 6, 2, 4};
  CHECK_FALSE(controlled_mean(values, std::vector<Control>{{{2, 2, 2, 2, 2, 2}, 2}}));
  CHECK_FALSE(controlled_mean(values, std::vector<Control>{{{1, 2, 3, 4, 5, 6}, 3}, {{2, 4, 6, 8, 10, 12}, 6}}));
  CHECK_FALSE(controlled_mean(Values{1, 2, 3}, std::vector<Control>{{{1, 3, 2}, 2}}));
  CHECK_FALSE(controlled_mean(values, std::vector<Control>{}));
}

TEST_CASE("controls are not used where they do not narrow, nor with few replications") {
  Control helps, chance;
  Values values;
  std::mt19937_64 engine(5);
  for (int i = 0; i < 40; ++i) {
    helps.values.push_back(drawn(engine));
    chance.values.push_back(drawn(engine));
    values.push_back(10 + 3 * helps.values.back() + drawn(engine));
  }
  CHECK(narrowed_mean(values, std::vector<Control>{helps}));
  CHECK_FALSE(narrowed_mean(values, std::vector<Control>{chance}));
  Control few{Values(helps.values.begin(), helps.values.begin() + 19), 0};
  CHECK_FALSE(narrowed_mean(std::span(values).first(19), std::vector<Control>{few}));
}

TEST_CASE("the choice between the two intervals costs next to no coverage") {
  // Controls that explain nothing, so much of the variance that the choice hangs by luck, or most of it; whichever
  // interval is used must hold the truth, 0. In 4000 experiments a standard error is 0.35 of a hundred.
  std::mt19937_64 engine(23);
  std::normal_distribution<double> normal;
  for (const double slope : {0.0, 0.4, 0.65, 2.0}) {
    int held = 0;
    for (int experiment = 0; experiment < 4000; ++experiment) {
      Control control;
      Values values;
      for (int i = 0; i < 20; ++i) {
        control.values.push_back(normal(engine));
        values.push_back(slope * control.values.back() + normal(engine));
      }
      const Interval interval = narrowed_mean(values, std::span(&control, 1)).value_or(mean_interval(values));
      held += interval.low <= 0 && 0 <= interval.high ? 1 : 0;
    }
    INFO("slope " << slope << " held " << held);
    CHECK(held > 4000 * 0.932);
    CHECK(held < 4000 * 0.985);
  }
}

TEST_CASE("a controlled interval that is used is taken at half the risk") {
  Control control;
  Values values;
  for (int i = 0; i < 24; ++i) {
    control.values.push_back(i % 6);
    values.push_back(3 * (i % 6) + (i / 6 % 2 == 0 ? 0.1 : -0.1));
  }
  control.expected = 2;
  const auto used = narrowed_mean(values, std::span(&control, 1));
  const auto exact = controlled_mean(values, std::span(&control, 1), 0.975);
  REQUIRE(used);
  CHECK(used->value == exact->value);
  CHECK(used->half_width() == exact->half_width());
}

#include "sim/random/exact_math.h"

#include <bit>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "sim/random/chance.h"
#include "sim/random/gamma.h"

using namespace sagsflow;

namespace {

using Plain = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

}  // namespace

TEST_CASE("the exact functions agree with the standard library's to a few units in the last place") {
  for (double x = 1e-15; x < 1e15; x *= 1.37) {
    CHECK(exact::log(x) == Approx(std::log(x)).epsilon(1e-15).margin(1e-16));
    CHECK(exact::log_1_plus(x) == Approx(std::log1p(x)).epsilon(1e-15));
    CHECK(exact::log_gamma(x) == Approx(std::lgamma(x)).epsilon(1e-14).margin(1e-14));
    CHECK(exact::power(x, 0.37) == Approx(std::pow(x, 0.37)).epsilon(1e-15));
  }
  for (double x = -700; x < 700; x += 3.7) {
    CHECK(exact::exp(x) == Approx(std::exp(x)).epsilon(1e-15));
  }
}

TEST_CASE("the logarithm for drawing is the exact one to the bit, of all that a draw can be and beyond") {
  std::uint64_t differ = 0;
  const auto compare = [&](double x) {
    differ += std::bit_cast<std::uint64_t>(exact::log_of_normal(x)) != std::bit_cast<std::uint64_t>(exact::log(x));
  };
  const Chance chance(3, 0);
  for (std::uint64_t i = 0; i < 1000000; ++i) {
    const Draw draw = chance.draw({i, 1});
    compare(draw.value);
    compare(1.0 - draw.value);
  }
  // The ends, where the series begins anew, and other scales.
  for (const double x : {0x1p-53, 1.0 - 0x1p-53, 0.5, 0.75, 1.0, 1.5, 2.0, 1e-300, 1e300, 0x1p-1022}) {
    double below = x, above = x;
    for (int i = 0; i < 1000; ++i) {
      compare(above);
      if (below >= 0x1p-1022) compare(below);
      below = std::nextafter(below, 0.0);
      above = std::nextafter(above, 2e300);
    }
  }
  CHECK(differ == 0);
}

TEST_CASE("the exponentials of many numbers at once are those of each alone, to the bit") {
  std::vector<double> at_once;
  for (double x = -800; x < 720; x += 0.317) at_once.push_back(x);
  for (double x = 1e-300; x < 1; x *= 7.1) at_once.push_back(-x);
  std::vector<double> alone = at_once;
  for (double& x : alone) x = exact::exp(x);
  exact::exp(at_once);
  CHECK(at_once == alone);
}

TEST_CASE("the normal quantile agrees with Boost.Math over the whole range of probabilities") {
  const boost::math::normal_distribution<double, Plain> normal;
  for (int i = 1; i < 2000; ++i) {
    const double p = i / 2000.0;
    CHECK(exact::normal_quantile(p) == Approx(quantile(normal, p)).epsilon(1e-14).margin(1e-15));
  }
  for (double p = 1e-3; p > 1e-300; p *= 0.21) {
    const double z = quantile(normal, p);
    CHECK(exact::normal_quantile(p) == Approx(z).epsilon(1e-14));
    CHECK(exact::normal_quantile(1.0, p) == Approx(-z).epsilon(1e-14));
    CHECK(exact::normal_probability(z) == Approx(p).epsilon(1e-11));
  }
}

TEST_CASE("the gamma distribution agrees with Boost.Math from shape 0.01 to a million") {
  for (const double shape : {0.01, 0.3, 0.999, 1.0, 1.7, 5.0, 19.9, 20.1, 300.0, 1e4, 1e6}) {
    const UnitGamma gamma(shape);
    const boost::math::gamma_distribution<double, Plain> boost_gamma(shape);
    for (const double p : {0x1p-53, 1e-9, 1e-4, 0.03, 0.25, 0.5, 0.6, 0.9, 0.999}) {
      CAPTURE(shape, p);
      const double expected = quantile(boost_gamma, p);
      if (expected < 1e-290) continue;
      const double x = gamma.quantile(p, 1.0 - p);
      CHECK(x == Approx(expected).epsilon(1e-10));
      CHECK(gamma.tails(x).lower == Approx(p).epsilon(1e-9));
    }
    for (const double q : {0.3, 1e-3, 1e-9, 1e-16, 1e-100, 1e-300}) {
      CAPTURE(shape, q);
      const double expected = quantile(complement(boost_gamma, q));
      const double x = gamma.quantile(1.0 - q, q);
      CHECK(x == Approx(expected).epsilon(1e-10));
      CHECK(gamma.tails(x).upper == Approx(q).epsilon(1e-8));
    }
  }
}

TEST_CASE("a gamma quantile too small for a number is zero") {
  CHECK(UnitGamma(0.01).quantile(0x1p-53, 1.0) == 0.0);
}

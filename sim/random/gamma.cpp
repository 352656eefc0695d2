#include "sim/random/gamma.h"

#include <cmath>

#include "sim/random/exact_math.h"

namespace sagsflow {

namespace {

constexpr double kPrecision = 1e-16;
constexpr int kMaxTerms = 100000;
constexpr int kMaxIterations = 100;
constexpr double kConverged = 1e-9;  // convergence is quadratic: the next step would be below 1e-16

// a log a - a - log Gamma(a), by Stirling's series where the terms would cancel (Abramowitz & Stegun 1964, 6.1.41).
double stirling_constant(double a) {
  if (a < 20.0) return a * exact::log(a) - a - exact::log_gamma(a);
  constexpr double kHalfLogTwoPi = 0.91893853320467274178;
  const double r = 1.0 / (a * a);
  const double series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680)))) / a;
  return 0.5 * exact::log(a) - kHalfLogTwoPi - series;
}

}  // namespace

UnitGamma::UnitGamma(double shape) : shape_(shape), constant_(stirling_constant(shape)) {}

// x times the density: x^a e^-x / Gamma(a), arranged so that nothing cancels where x is near the shape a.
double UnitGamma::mass_near(double x) const {
  const double d = (x - shape_) / shape_;
  const double log_ratio = std::fabs(d) < 0.5 ? exact::log_1_plus(d) : exact::log(x / shape_);
  return exact::exp(constant_ + shape_ * (log_ratio - d));
}

// The series of P below shape + 1 and the continued fraction of Q above (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31),
// the fraction by Lentz's method (Press et al. 2007, section 6.2).
UnitGamma::Tails UnitGamma::tails(double x) const {
  if (!(x > 0.0)) return {0.0, 1.0};
  if (x < shape_ + 1.0) {
    double term = 1.0 / shape_;
    double sum = term;
    for (int n = 1; n < kMaxTerms && term > sum * kPrecision; ++n) {
      term *= x / (shape_ + n);
      sum += term;
    }
    const double lower = mass_near(x) * sum;
    return {lower, 1.0 - lower};
  }
  double b = x + 1.0 - shape_;
  double c = 1e300;
  double d = 1.0 / b;
  double fraction = d;
  for (int n = 1; n < kMaxTerms; ++n) {
    const double a = n * (shape_ - n);
    b += 2.0;
    d = 1.0 / (a * d + b);
    c = b + a / c;
    const double factor = d * c;
    fraction *= factor;
    if (std::fabs(factor - 1.0) <= 4 * kPrecision) break;
  }
  const double upper = mass_near(x) * fraction;
  return {1.0 - upper, upper};
}

// Starts from Wilson & Hilferty (1931) where the shape is at least 1, else from the leading term of the series, which
// is never above the quantile.
double UnitGamma::quantile(double lower, double upper) const {
  double start = 0.0;
  if (shape_ >= 1.0) {
    const double ninth = 1.0 / (9.0 * shape_);
    const double root = 1.0 - ninth + exact::normal_quantile(lower, upper) * std::sqrt(ninth);
    if (root > 0.2) start = shape_ * root * root * root;
  }
  if (start == 0.0) start = exact::exp((exact::log(lower) + exact::log_gamma(shape_ + 1.0)) / shape_);
  if (start < 1e-300) return 0.0;
  return lower <= upper ? lower_quantile(lower, start) : upper_quantile(upper, start);
}

// log P is concave in log x, so that Newton's iteration on it converges from wherever it starts.
double UnitGamma::lower_quantile(double lower, double start) const {
  double x = start;
  for (int i = 0; i < kMaxIterations; ++i) {
    const double at = tails(x).lower;
    const double step = exact::log(lower / at) * at / mass_near(x);
    x *= exact::exp(step);
    if (std::fabs(step) < kConverged) break;
  }
  return x;
}

// log Q falls, concave in x where the shape is at least 1, else convex and met from the left: Newton's iteration on it
// converges from the starts above. A step so far that Q underflows is halved.
double UnitGamma::upper_quantile(double upper, double start) const {
  double x = start;
  double before = shape_;
  for (int i = 0; i < kMaxIterations; ++i) {
    const double at = tails(x).upper;
    if (at <= 0.0) {
      x = before + (x - before) / 2;
      continue;
    }
    const double step = exact::log(at / upper) * at / mass_near(x);
    before = x;
    x += x * step;
    if (std::fabs(step) < kConverged) break;
  }
  return x;
}

}  // namespace sagsflow

#include "sim/random/gamma.h"

#include <cmath>

#include "sim/random/exact_math.h"

namespace sagsflow {

namespace {

constexpr double kPrecision = 1e-16;
constexpr int kMaxTerms = 100000;
constexpr int kMaxIterations = 100;
constexpr double kConverged = 1e-9;   // convergence is quadratic: the next step would be below 1e-16
constexpr double kLeastLog = -600.0;  // below this the leading term of the series is the quantile

// Nodes lie at z = -kReach … kReach; no uniform of 53 bits has a normal quantile outside.
constexpr double kReach = 8.5;
constexpr double kNodesPerUnit = 32.0;

// a log a - a - log Gamma(a), by Stirling's series where the terms would cancel (Abramowitz & Stegun 1964, 6.1.41).
double stirling_constant(double a) {
  if (a < 20.0) return a * exact::log(a) - a - exact::log_gamma(a);
  constexpr double kHalfLogTwoPi = 0.91893853320467274178;
  const double r = 1.0 / (a * a);
  const double series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680)))) / a;
  return 0.5 * exact::log(a) - kHalfLogTwoPi - series;
}

}  // namespace

UnitGamma::UnitGamma(double shape) : shape_(shape), constant_(stirling_constant(shape)) {
  const int count = static_cast<int>(2 * kReach * kNodesPerUnit) + 1;
  for (int i = 0; i < count; ++i) nodes_.push_back(node_at(i / kNodesPerUnit - kReach));
}

// From P(e^y) = Phi(z): y' = phi(z) / m with m = x f(x), and y'' = y' (-z - (a - x) y').
UnitGamma::Node UnitGamma::node_at(double z) const {
  constexpr double kLogRootTwoPi = 0.91893853320467274178;
  const double y = log_quantile(exact::normal_probability(z), exact::normal_probability(-z));
  const double x = exact::exp(y);
  const double log_mass = y > kLeastLog ? exact::log(mass_near(x)) : shape_ * y - exact::log_gamma(shape_);
  const double slope = exact::exp(-0.5 * z * z - kLogRootTwoPi - log_mass);
  return {y, slope, slope * (-z - (shape_ - x) * slope)};
}

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

// Between nodes the polynomial of degree 5 with their values, slopes and curvatures (Hermite): its error is below
// h^6 / 46080 times the sixth derivative, h the distance of the nodes.
double UnitGamma::quantile(double lower, double upper) const {
  const double z = exact::normal_quantile(lower, upper);
  const double at = (z + kReach) * kNodesPerUnit;
  if (!(at >= 0.0 && at < static_cast<double>(nodes_.size() - 1))) return exact::exp(log_quantile(lower, upper));
  constexpr double h = 1.0 / kNodesPerUnit;
  const Node& a = nodes_[static_cast<std::size_t>(at)];
  const Node& b = *(&a + 1);
  const double t = at - std::floor(at);
  const double rise = b.value - a.value - h * a.slope - 0.5 * h * h * a.curvature;
  const double rise_of_slope = h * (b.slope - a.slope) - h * h * a.curvature;
  const double rise_of_curvature = h * h * (b.curvature - a.curvature);
  const double third = 10 * rise - 4 * rise_of_slope + 0.5 * rise_of_curvature;
  const double fourth = -15 * rise + 7 * rise_of_slope - rise_of_curvature;
  const double fifth = 6 * rise - 3 * rise_of_slope + 0.5 * rise_of_curvature;
  return exact::exp(a.value +
                    t * (h * a.slope + t * (0.5 * h * h * a.curvature + t * (third + t * (fourth + t * fifth)))));
}

// Starts from Wilson & Hilferty (1931) where the shape is at least 1, else from the leading term of the series, which
// is never above the quantile.
double UnitGamma::log_quantile(double lower, double upper) const {
  double root = 0.0;
  if (shape_ >= 1.0) {
    const double ninth = 1.0 / (9.0 * shape_);
    root = 1.0 - ninth + exact::normal_quantile(lower, upper) * std::sqrt(ninth);
  }
  const double start = root > 0.2 ? exact::log(shape_) + 3.0 * exact::log(root)
                                  : (exact::log(lower) + exact::log_gamma(shape_ + 1.0)) / shape_;
  if (start < kLeastLog) return start;
  return lower <= upper ? log_lower_quantile(lower, start) : log_upper_quantile(upper, start);
}

// log P is concave in log x, so that Newton's iteration on it converges from wherever it starts.
double UnitGamma::log_lower_quantile(double lower, double start) const {
  double y = start;
  for (int i = 0; i < kMaxIterations; ++i) {
    const double x = exact::exp(y);
    const double at = tails(x).lower;
    const double step = exact::log(lower / at) * at / mass_near(x);
    y += step;
    if (std::fabs(step) < kConverged) break;
  }
  return y;
}

// log Q falls, concave in x where the shape is at least 1, else convex and met from the left: Newton's iteration on it
// converges from the starts above. A step so far that Q underflows is halved.
double UnitGamma::log_upper_quantile(double upper, double start) const {
  double x = exact::exp(start);
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
  return exact::log(x);
}

}  // namespace sagsflow

#include "sim/random/exact_math.h"

#include <sleef.h>

#include <cmath>

#include "sim/random/avx2.h"
#include "sim/random/cpu.h"

namespace sagsflow::exact {

double log(double x) {
  return Sleef_cinz_logd1_u35purec(x);
}
double log_1_plus(double x) {
  return Sleef_cinz_log1pd1_u10purec(x);
}
double exp(double x) {
  return Sleef_cinz_expd1_u10purec(x);
}
void exp(std::span<double> values) {
  if (kHasAvx2) return avx2_exp(values.data(), values.size());
  for (double& value : values) value = exp(value);
}
double exp_minus_1(double x) {
  return Sleef_cinz_expm1d1_u10purec(x);
}
double power(double base, double exponent) {
  return Sleef_cinz_powd1_u10purec(base, exponent);
}
double log_gamma(double x) {
  return Sleef_cinz_lgammad1_u10purec(x);
}

double normal_probability(double z) {
  constexpr double kSquareRootOfHalf = 0.70710678118654752440;
  return 0.5 * Sleef_cinz_erfcd1_u15purec(-z * kSquareRootOfHalf);
}

namespace {

template <int N>
double polynomial(const double (&coefficient)[N], double x) {
  double value = coefficient[N - 1];
  for (int i = N - 2; i >= 0; --i) value = value * x + coefficient[i];
  return value;
}

// Wichura, M. J. (1988). Algorithm AS 241: the percentage points of the normal distribution. Applied Statistics 37,
// 477-484: numerators and denominators of PPND16 for the centre, the tails and the far tails.
constexpr double kCentreUp[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double kCentreDown[] = {1.0,
                                  4.2313330701600911252e+1,
                                  6.8718700749205790830e+2,
                                  5.3941960214247511077e+3,
                                  2.1213794301586595867e+4,
                                  3.9307895800092710610e+4,
                                  2.8729085735721942674e+4,
                                  5.2264952788528545610e+3};
constexpr double kTailUp[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                              3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                              2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double kTailDown[] = {1.0,
                                2.05319162663775882187e0,
                                1.67638483018380384940e0,
                                6.89767334985100004550e-1,
                                1.48103976427480074590e-1,
                                1.51986665636164571966e-2,
                                5.47593808499534494600e-4,
                                1.05075007164441684324e-9};
constexpr double kFarUp[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                             2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                             2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double kFarDown[] = {1.0,
                               5.99832206555887937690e-1,
                               1.36929880922735805310e-1,
                               1.48753612908506148525e-2,
                               7.86869131145613259100e-4,
                               1.84631831751005468180e-5,
                               1.42151175831644588870e-7,
                               2.04426310338993978564e-15};

}  // namespace

double normal_quantile(double p) {
  return normal_quantile(p, 1.0 - p);
}

double normal_quantile(double lower, double upper) {
  const double from_centre = lower < upper ? lower - 0.5 : 0.5 - upper;
  if (std::fabs(from_centre) <= 0.425) {
    const double r = 0.180625 - from_centre * from_centre;
    return from_centre * polynomial(kCentreUp, r) / polynomial(kCentreDown, r);
  }
  const double r = std::sqrt(-log(lower < upper ? lower : upper));
  const double z = r <= 5.0 ? polynomial(kTailUp, r - 1.6) / polynomial(kTailDown, r - 1.6)
                            : polynomial(kFarUp, r - 5.0) / polynomial(kFarDown, r - 5.0);
  return lower < upper ? -z : z;
}

}  // namespace sagsflow::exact

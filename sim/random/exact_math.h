#pragma once

#include <span>

namespace sagsflow::exact {

// Elementary functions with the same bits on every machine of one architecture, whatever its CPU: the scalar
// deterministic functions of SLEEF (Shibata & Petrogalli 2020), never libm's, which differ with the CPU. The
// square root is exact by IEEE 754 and stays the standard library's.

double log(double x);                ///< within 3.5 units in the last place; the one for drawing
double log_1_plus(double x);         ///< log(1 + x), within 1
double exp(double x);                ///< within 1
void exp(std::span<double> values);  ///< the same of each, in place; several at once where the CPU has AVX2
double exp_minus_1(double x);        ///< exp(x) - 1, within 1
double power(double base, double exponent);
double log_gamma(double x);  ///< log of the gamma function at x > 0

/// The standard normal's distribution function; the upper tail is normal_probability(-z), to full relative accuracy.
double normal_probability(double z);

/// The standard normal's quantile for 0 < p < 1, to about 1e-15 relative (Wichura 1988, algorithm AS 241, PPND16).
double normal_quantile(double p);

/// The same where p itself is rounded to 1: `lower` and `upper` are the probabilities on either side, of which the
/// smaller is used.
double normal_quantile(double lower, double upper);

}  // namespace sagsflow::exact

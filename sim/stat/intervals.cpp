#include "sim/stat/intervals.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

namespace sagsflow {

namespace {

// Boost.Math calls the standard library's functions, whose last bits differ with the CPU: rounding hides them.
using Plain = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
double rounded(double quantile) {
  return std::round(quantile * 0x1p42) * 0x1p-42;
}

// The share of the distribution below the upper end of a two-sided interval.
double upper(double confidence) {
  return (1 + confidence) / 2;
}

double mean_of(std::span<const double> values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// Σ(value - about)² / (n - 1).
double spread(std::span<const double> values, double about) {
  double sum = 0.0;
  for (const double value : values) sum += (value - about) * (value - about);
  return sum / static_cast<double>(values.size() - 1);
}

double variance_of(std::span<const double> values) {
  return spread(values, mean_of(values));
}

// value ± t sqrt(variance / n) with n - 1 degrees of freedom.
Interval student(double value, double variance, std::size_t n, double confidence) {
  if (n < 2) return {value, kUndefined, kUndefined};
  const double replications = static_cast<double>(n);
  const double half = student_t_quantile(upper(confidence), replications - 1) * std::sqrt(variance / replications);
  return {value, value - half, value + half};
}

std::vector<double> differences(std::span<const double> a, std::span<const double> b) {
  assert(a.size() == b.size());
  std::vector<double> apart(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) apart[i] = a[i] - b[i];
  return apart;
}

// A ratio and what each replication adds to its error, (sum - ratio count) / mean count. The residuals sum to 0.
struct Residuals {
  double ratio = kUndefined;
  std::vector<double> of;
};

Residuals residuals(std::span<const RatioParts> parts) {
  double sum = 0.0;
  double count = 0.0;
  for (const RatioParts& part : parts) {
    sum += part.sum;
    count += part.count;
  }
  Residuals result;
  if (!(count != 0.0)) return result;
  result.ratio = sum / count;
  const double mean_count = count / static_cast<double>(parts.size());
  for (const RatioParts& part : parts) result.of.push_back((part.sum - result.ratio * part.count) / mean_count);
  return result;
}

}  // namespace

double student_t_quantile(double p, double degrees) {
  return rounded(quantile(boost::math::students_t_distribution<double, Plain>(degrees), p));
}

double simultaneous_confidence(std::size_t comparisons) {
  return comparisons < 2 ? kConfidence : 1 - (1 - kConfidence) / static_cast<double>(comparisons);
}

Interval mean_interval(std::span<const double> values, double confidence) {
  if (values.empty()) return {};
  const double mean = mean_of(values);
  return student(mean, values.size() < 2 ? kUndefined : spread(values, mean), values.size(), confidence);
}

Interval ratio_interval(std::span<const RatioParts> parts, double confidence) {
  const Residuals result = residuals(parts);
  if (result.of.empty()) return {};
  const double variance = parts.size() < 2 ? kUndefined : spread(result.of, 0.0);
  return student(result.ratio, variance, parts.size(), confidence);
}

Interval paired_difference(std::span<const double> a, std::span<const double> b, double confidence) {
  return mean_interval(differences(a, b), confidence);
}

Interval paired_ratio_difference(std::span<const RatioParts> a, std::span<const RatioParts> b, double confidence) {
  const Residuals of_a = residuals(a);
  const Residuals of_b = residuals(b);
  if (of_a.of.empty() || of_b.of.empty()) return {};
  const double value = of_a.ratio - of_b.ratio;
  const double variance = a.size() < 2 ? kUndefined : spread(differences(of_a.of, of_b.of), 0.0);
  return student(value, variance, a.size(), confidence);
}

double variance_ratio(std::span<const double> a, std::span<const double> b) {
  if (a.size() < 2) return kUndefined;
  const double paired = variance_of(differences(a, b));
  return paired > 0.0 ? (variance_of(a) + variance_of(b)) / paired : kUndefined;
}

double variance_ratio(std::span<const RatioParts> a, std::span<const RatioParts> b) {
  const Residuals of_a = residuals(a);
  const Residuals of_b = residuals(b);
  if (of_a.of.empty() || of_b.of.empty()) return kUndefined;
  return variance_ratio(of_a.of, of_b.of);
}

Interval welch_difference(std::span<const double> a, std::span<const double> b, double confidence) {
  if (a.empty() || b.empty()) return {};
  const double value = mean_of(a) - mean_of(b);
  if (a.size() < 2 || b.size() < 2) return {value, kUndefined, kUndefined};
  const double n_a = static_cast<double>(a.size());
  const double n_b = static_cast<double>(b.size());
  const double share_a = variance_of(a) / n_a;
  const double share_b = variance_of(b) / n_b;
  const double variance = share_a + share_b;
  if (!(variance > 0.0)) return {value, value, value};
  const double degrees = variance * variance / (share_a * share_a / (n_a - 1) + share_b * share_b / (n_b - 1));
  const double half = student_t_quantile(upper(confidence), degrees) * std::sqrt(variance);
  return {value, value - half, value + half};
}

Interval sectioned_quantile(double pooled, std::span<const double> by_replication, double confidence) {
  std::vector<double> defined;
  for (const double value : by_replication) {
    if (std::isinf(value)) return {pooled, kUndefined, kUndefined};
    if (!std::isnan(value)) defined.push_back(value);
  }
  if (std::isnan(pooled) || defined.size() < 2) return {pooled, kUndefined, kUndefined};
  return student(pooled, spread(defined, pooled), defined.size(), confidence);
}

Interval sectioned_difference(double pooled_a, double pooled_b, std::span<const double> a, std::span<const double> b,
                              double confidence) {
  assert(a.size() == b.size());
  std::vector<double> apart;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool not_reached = std::isinf(a[i]) || std::isinf(b[i]);
    apart.push_back(not_reached ? std::numeric_limits<double>::infinity() : a[i] - b[i]);
  }
  return sectioned_quantile(pooled_a - pooled_b, apart, confidence);
}

Interval wilson_interval(std::size_t successes, std::size_t trials, double confidence) {
  if (trials == 0) return {};
  const double z = rounded(quantile(boost::math::normal_distribution<double, Plain>(), upper(confidence)));
  const double n = static_cast<double>(trials);
  const double share = static_cast<double>(successes) / n;
  const double square = z * z;
  const double centre = (share + square / (2 * n)) / (1 + square / n);
  const double half = z / (1 + square / n) * std::sqrt(share * (1 - share) / n + square / (4 * n * n));
  return {share, successes == 0 ? 0.0 : centre - half, successes == trials ? 1.0 : centre + half};
}

}  // namespace sagsflow

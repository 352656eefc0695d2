#include "sim/stat/control_variates.h"

#include <array>
#include <cassert>
#include <cmath>

namespace sagsflow {
namespace {

using Row = std::array<double, kMostControls>;
using Matrix = std::array<Row, kMostControls>;

double mean_of(std::span<const double> values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double products(std::span<const double> a, std::span<const double> b) {
  const double mean_a = mean_of(a), mean_b = mean_of(b);
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
  return sum;
}

/// The Cholesky factor of the q by q matrix; nothing where a column is, but for rounding, a sum of others.
std::optional<Matrix> factor_of(const Matrix& matrix, std::size_t q) {
  constexpr double kSingular = 1e-9;
  Matrix lower{};
  for (std::size_t i = 0; i < q; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = matrix[i][j];
      for (std::size_t k = 0; k < j; ++k) rest -= lower[i][k] * lower[j][k];
      if (i != j) {
        lower[i][j] = rest / lower[j][j];
      } else if (rest > kSingular * matrix[i][i]) {
        lower[i][i] = std::sqrt(rest);
      } else {
        return std::nullopt;
      }
    }
  }
  return lower;
}

/// x of L x = right: with L L' = S, x'y is a' S⁻¹ b.
Row solved(const Matrix& lower, const Row& right, std::size_t q) {
  Row x{};
  for (std::size_t i = 0; i < q; ++i) {
    double rest = right[i];
    for (std::size_t k = 0; k < i; ++k) rest -= lower[i][k] * x[k];
    x[i] = rest / lower[i][i];
  }
  return x;
}

double dot(const Row& a, const Row& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < kMostControls; ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

std::optional<Interval> controlled_mean(std::span<const double> values, std::span<const Control> controls,
                                        double confidence) {
  const std::size_t q = controls.size();
  assert(q <= kMostControls);
  if (q == 0 || values.size() < q + 3) return std::nullopt;
  const double n = static_cast<double>(values.size());
  Matrix among{};
  Row with_values{}, off{};
  for (std::size_t i = 0; i < q; ++i) {
    assert(controls[i].values.size() == values.size());
    for (std::size_t j = 0; j < q; ++j) among[i][j] = products(controls[i].values, controls[j].values);
    with_values[i] = products(controls[i].values, values);
    off[i] = mean_of(controls[i].values) - controls[i].expected;
  }
  const auto lower = factor_of(among, q);
  const double total = products(values, values);
  if (!lower || !(total > 0.0)) return std::nullopt;
  const Row explained = solved(*lower, with_values, q), apart = solved(*lower, off, q);
  const double degrees = n - static_cast<double>(q) - 1;
  const double residual = std::max(0.0, total - dot(explained, explained));
  const double value = mean_of(values) - dot(explained, apart);
  const double variance = residual / degrees * (1 / n + dot(apart, apart));
  const double half = student_t_quantile((1 + confidence) / 2, degrees) * std::sqrt(variance);
  return Interval{value, value - half, value + half};
}

std::optional<Interval> narrowed_mean(std::span<const double> values, std::span<const Control> controls,
                                      double confidence) {
  if (values.size() < kLeastControlled) return std::nullopt;
  const auto controlled = controlled_mean(values, controls, 1 - (1 - confidence) / 2);
  const bool is_narrower = controlled && controlled->half_width() < mean_interval(values, confidence).half_width();
  return is_narrower ? controlled : std::nullopt;
}

}  // namespace sagsflow

#include "sim/stat/mser.h"

#include <cassert>
#include <vector>

namespace sagsflow {
namespace {

constexpr std::size_t kLeastBatches = 4;

std::vector<double> batch_means(std::span<const double> series, std::size_t batch) {
  std::vector<double> means;
  for (std::size_t first = 0; first + batch <= series.size(); first += batch) {
    double sum = 0.0;
    for (const double value : series.subspan(first, batch)) sum += value;
    means.push_back(sum / static_cast<double>(batch));
  }
  return means;
}

double squared_error(std::span<const double> values) {
  const double n = static_cast<double>(values.size());
  double sum = 0.0;
  for (const double value : values) sum += value;
  const double mean = sum / n;
  double squares = 0.0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / (n * n);
}

}  // namespace

std::optional<std::size_t> mser_truncation(std::span<const double> series, std::size_t batch) {
  assert(batch > 0);
  const std::vector<double> means = batch_means(series, batch);
  const std::size_t n = means.size();
  if (n < kLeastBatches) return std::nullopt;
  std::size_t best = 0;
  double least = squared_error(means);
  for (std::size_t d = 1; 2 * d <= n; ++d) {
    const double error = squared_error(std::span(means).subspan(d));
    if (error < least) {
      least = error;
      best = d;
    }
  }
  if (2 * best + 1 >= n) return std::nullopt;
  return best * batch;
}

}  // namespace sagsflow

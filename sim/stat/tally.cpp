#include "sim/stat/tally.h"

#include <cmath>

#include "sim/stat/survival_curve.h"

namespace sagsflow {

// Σ(x - b)² from Σ(x - a)² and the exact Σx.
double Tally::squares_about(std::int64_t shift) const {
  const double by = static_cast<double>(shift_ - shift);
  const double apart = static_cast<double>(sum_ - Wide{shift_} * static_cast<Wide>(ended_.count()));
  return squares_ + 2 * by * apart + by * by * static_cast<double>(ended_.count());
}

void Tally::merge(const Tally& other) {
  if (ended_.count() == 0) shift_ = other.shift_;
  squares_ += other.squares_about(shift_);
  ended_.merge(other.ended_);
  open_.merge(other.open_);
  sum_ += other.sum_;
  max_ = std::max(max_, other.max_);
}

double Tally::mean() const {
  if (count() == 0) return kUndefined;
  if (open() == 0) return static_cast<double>(sum_) / static_cast<double>(count());
  return SurvivalCurve(ended_, open_).restricted_mean(max_.count());
}

double Tally::quantile(double share) const {
  return SurvivalCurve(ended_, open_).quantile(share);
}

double Tally::share_above(Span limit) const {
  if (count() == 0) return kUndefined;
  const SurvivalCurve curve(ended_, open_);
  if (open() > 0 && limit >= max_ && curve.left() > 0.0) return kUndefined;
  return curve.above(limit.count());
}

double Tally::share_within(Span limit) const {
  return 1.0 - share_above(limit);
}

// Of those that ended, when all did.
double Tally::variance() const {
  const double n = static_cast<double>(ended_.count());
  const double apart = static_cast<double>(sum_ - Wide{shift_} * static_cast<Wide>(ended_.count()));
  return std::max(0.0, (squares_ - apart * apart / n) / (n - 1));
}

Summary Tally::summary(double unit_per_microsecond) const {
  Summary summary;
  const double n = static_cast<double>(count());
  summary.count = n;
  summary.open = static_cast<double>(open());
  summary.sum = 0.0;
  if (count() == 0) return summary;
  const SurvivalCurve curve(ended_, open_);
  const double unit = unit_per_microsecond;
  if (open() == 0) {
    summary.sum = static_cast<double>(sum_) * unit;
    summary.mean = summary.sum / n;
    if (n > 1) summary.sd = std::sqrt(variance()) * unit;
  } else {
    const double mean = curve.restricted_mean(max_.count());
    const double spread = curve.restricted_square(max_.count()) - mean * mean;
    summary.mean = mean * unit;
    summary.sum = summary.mean * n;
    summary.horizon = static_cast<double>(max_.count()) * unit;
    if (n > 1) summary.sd = std::sqrt(std::max(0.0, spread) * n / (n - 1)) * unit;
  }
  summary.p50 = curve.quantile(0.50) * unit;
  summary.p90 = curve.quantile(0.90) * unit;
  summary.p95 = curve.quantile(0.95) * unit;
  summary.p99 = curve.quantile(0.99) * unit;
  summary.max = static_cast<double>(max_.count()) * unit;
  summary.share_zero = static_cast<double>(zeros()) / n;
  return summary;
}

}  // namespace sagsflow

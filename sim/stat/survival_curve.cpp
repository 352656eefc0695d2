#include "sim/stat/survival_curve.h"

#include <algorithm>
#include <cmath>

#include "sim/stat/summary.h"

namespace sagsflow {

namespace {

// Shares are sums of floating-point steps: this much is rounding.
constexpr double kRounding = 1e-10;

}  // namespace

SurvivalCurve::SurvivalCurve(const Observations& ended, const Observations& open) {
  const std::vector<Observations::Cell> censored = open.cells();
  std::uint64_t at_risk = ended.count() + open.count();
  double survival = 1.0;
  auto next = censored.begin();
  for (const Observations::Cell& cell : ended.cells()) {
    for (; next != censored.end() && next->low < cell.low; ++next) at_risk -= next->count;
    const std::uint64_t remaining = at_risk - cell.count;
    const double after = survival * (static_cast<double>(remaining) / static_cast<double>(at_risk));
    falls_.push_back({static_cast<double>(cell.low), static_cast<double>(cell.high), survival, after, cell.count});
    survival = after;
    at_risk = remaining;
  }
}

double SurvivalCurve::restricted_mean(std::int64_t horizon) const {
  double area = 0.0;
  double at = 0.0;
  double survival = 1.0;
  for (const Fall& fall : falls_) {
    area += (fall.low - at) * survival + (fall.high - fall.low) * (fall.before + fall.after) / 2;
    at = fall.high;
    survival = fall.after;
  }
  return area + (static_cast<double>(horizon) - at) * survival;
}

// As the sum of jumps times squares, a straight fall as if its weight were spread evenly.
double SurvivalCurve::restricted_square(std::int64_t horizon) const {
  double sum = 0.0;
  for (const Fall& fall : falls_) {
    const double square = (fall.low * fall.low + fall.low * fall.high + fall.high * fall.high) / 3;
    sum += (fall.before - fall.after) * square;
  }
  return sum + left() * static_cast<double>(horizon) * static_cast<double>(horizon);
}

// The r-th of m observations in a bin is taken at (r - 1/2) / m of its width.
double SurvivalCurve::quantile(double share) const {
  const double survival = 1.0 - share;
  for (const Fall& fall : falls_) {
    if (fall.after > survival + kRounding) continue;
    if (fall.low == fall.high) return fall.low;
    const double one = (fall.before - fall.after) / static_cast<double>(fall.count);
    const double rank =
        std::clamp(std::ceil((fall.before - survival) / one - 1e-6), 1.0, static_cast<double>(fall.count));
    return fall.low + (fall.high - fall.low) * (rank - 0.5) / static_cast<double>(fall.count);
  }
  return kUndefined;
}

std::size_t SurvivalCurve::rank(double share, std::size_t count) {
  const double least = std::ceil((share - kRounding) * static_cast<double>(count));
  return std::max(std::size_t{1}, static_cast<std::size_t>(least));
}

double SurvivalCurve::above(std::int64_t time) const {
  const double at = static_cast<double>(time);
  double survival = 1.0;
  for (const Fall& fall : falls_) {
    if (at < fall.low) break;
    if (at < fall.high)
      return fall.before - (fall.before - fall.after) * (at - fall.low + 1) / (fall.high - fall.low + 1);
    survival = fall.after;
  }
  return survival;
}

}  // namespace sagsflow

#include "sim/stat/tally.h"

#include <cmath>
#include <span>
#include <vector>

#include "sim/stat/survival_curve.h"

namespace sagsflow {

void Tally::Moments::add(std::span<const std::int64_t> values) {
  if (values.empty()) return;
  if (count == 0) shift = values.front();
  count += values.size();
  constexpr std::size_t kNarrow = 256;  // so many thousands of years are a 64-bit number of microseconds
  while (!values.empty()) {
    const auto some = values.first(std::min(values.size(), kNarrow));
    std::int64_t narrow = 0, most = longest;
    double about = squares;
#pragma GCC unroll 4
    for (const std::int64_t value : some) {
      const double apart = static_cast<double>(value - shift);
      about += apart * apart;
      narrow += value;
      most = std::max(most, value);
    }
    squares = about;
    longest = most;
    sum += narrow;
    values = values.subspan(some.size());
  }
}

// Σ(x - b)² from Σ(x - a)² and the exact Σx.
double Tally::Moments::squares_about(std::int64_t other_shift) const {
  const double by = static_cast<double>(shift - other_shift);
  return squares + 2 * by * apart() + by * by * static_cast<double>(count);
}

double Tally::Moments::variance() const {
  const double n = static_cast<double>(count);
  return std::max(0.0, (squares - apart() * apart() / n) / (n - 1));
}

Tally::Moments Tally::moments() const {
  Moments all = sums_;
  all.add(ended_.listed().subspan(summed_));
  return all;
}

void Tally::make_room() {
  if (const auto values = ended_.to_be_poured(); !values.empty()) {
    sums_.add(values.subspan(summed_));
    summed_ = 0;
  }
  ended_.make_room();
}

void Tally::merge(const Tally& other) {
  sums_ = moments();
  const Moments more = other.moments();
  if (sums_.count == 0) sums_.shift = more.shift;
  sums_.squares += more.squares_about(sums_.shift);
  sums_.count += more.count;
  sums_.sum += more.sum;
  sums_.longest = std::max(sums_.longest, more.longest);
  ended_.merge(other.ended_);
  summed_ = ended_.listed().size();
  open_.merge(other.open_);
  longest_open_ = std::max(longest_open_, other.longest_open_);
}

double Tally::mean() const {
  if (count() == 0) return kUndefined;
  if (open() == 0) return static_cast<double>(moments().sum) / static_cast<double>(count());
  return SurvivalCurve(ended_, open_).restricted_mean(max().count());
}

double Tally::quantile(double share) const {
  return SurvivalCurve(ended_, open_).quantile(share);
}

namespace {

Tally::Quantiles quantiles_of(const SurvivalCurve& curve) {
  Tally::Quantiles quantiles;
  std::ranges::transform(Tally::kShares, quantiles.begin(), [&](double share) { return curve.quantile(share); });
  return quantiles;
}

}  // namespace

Tally::Quantiles Tally::quantiles() const {
  return all_known() && count() > 0 ? selected() : quantiles_of(SurvivalCurve(ended_, open_));
}

/// What the curve would give, without sorting all for it: a study of many measures spends a tenth of its time there.
Tally::Quantiles Tally::selected() const {
  const std::span<const std::int64_t> listed = ended_.listed();
  std::vector<std::int64_t> values(listed.begin(), listed.end());
  auto rest = values.begin();
  Quantiles quantiles;
  std::ranges::transform(kShares, quantiles.begin(), [&](double share) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(SurvivalCurve::rank(share, values.size())) - 1;
    if (place >= rest) {
      std::nth_element(rest, place, values.end());
      rest = place + 1;
    }
    return static_cast<double>(*place);
  });
  return quantiles;
}

double Tally::share_above(Span limit) const {
  if (count() == 0) return kUndefined;
  const SurvivalCurve curve(ended_, open_);
  if (open() > 0 && limit >= max() && curve.left() > 0.0) return kUndefined;
  return curve.above(limit.count());
}

double Tally::share_within(Span limit) const {
  return 1.0 - share_above(limit);
}

Summary Tally::summary(double unit_per_microsecond) const {
  Summary summary;
  const double n = static_cast<double>(count());
  summary.count = n;
  summary.open = static_cast<double>(open());
  summary.sum = 0.0;
  if (count() == 0) return summary;
  const double unit = unit_per_microsecond;
  Quantiles quantiles;
  const Moments sums = moments();
  const std::int64_t horizon = std::max(sums.longest, longest_open_.count());
  const auto longest = static_cast<double>(horizon);
  if (open() == 0) {
    summary.sum = static_cast<double>(sums.sum) * unit;
    summary.mean = summary.sum / n;
    if (n > 1) summary.sd = std::sqrt(sums.variance()) * unit;
    quantiles = this->quantiles();
  } else {
    const SurvivalCurve curve(ended_, open_);
    quantiles = quantiles_of(curve);
    const double mean = curve.restricted_mean(horizon);
    const double spread = curve.restricted_square(horizon) - mean * mean;
    summary.mean = mean * unit;
    summary.sum = summary.mean * n;
    summary.horizon = longest * unit;
    if (n > 1) summary.sd = std::sqrt(std::max(0.0, spread) * n / (n - 1)) * unit;
  }
  summary.p50 = quantiles[0] * unit;
  summary.p90 = quantiles[1] * unit;
  summary.p95 = quantiles[2] * unit;
  summary.p99 = quantiles[3] * unit;
  summary.max = longest * unit;
  summary.share_zero = static_cast<double>(zeros()) / n;
  return summary;
}

}  // namespace sagsflow

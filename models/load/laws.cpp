#include "models/load/laws.h"

#include <algorithm>
#include <cmath>

namespace sagsflow {
namespace {

constexpr double kLongestDays = 365.25 * 400;
constexpr double kAlmostOver = 1e-6;
constexpr double kMostHazard = 60.0;
constexpr int kPoints = 48, kPointsOfClock = 64;
/// Equal times are this near, in days: a microsecond is 1e-11.
constexpr double kSame = 1e-9;

/// Halves away from zero, as std::llround does, which is a call.
Span span_of(double days) {
  const double exact = days * static_cast<double>(kDay.count());
  const auto whole = static_cast<std::int64_t>(exact);
  const double rest = exact - static_cast<double>(whole);
  return Span(whole + (rest >= 0.5 ? 1 : 0) - (rest <= -0.5 ? 1 : 0));
}

/// `count` points from 0 to `end`, denser at the beginning.
void add_points(std::vector<double>& grid, double end, int count) {
  for (int i = 0; i <= count; ++i) {
    const double share = static_cast<double>(i) / count;
    grid.push_back(end * share * share);
  }
}

}  // namespace

void Laws::add(LawMix& mix, const DurationLaw& law, double weight) {
  using Shape = DurationLaw::Shape;
  if (weight <= 0.0 || law.shape == Shape::never) return;
  const auto add_certain = [&](Span span, double share) {
    if (span == kNever) return;
    mix.certain.emplace_back(share, in_days(span));
    mix.mean = (mix.mean * mix.finite + share * in_days(span)) / (mix.finite + share);
    mix.finite += share;
  };
  if (law.shape == Shape::fixed) return add_certain(law.mean, weight);
  if (law.shape == Shape::mixture) {
    for (std::size_t i = 0; i < law.parts.size(); ++i) add(mix, law.parts[i], weight * law.weights[i]);
    return;
  }
  if (law.shape == Shape::empirical) {
    double sum = 0.0;
    for (std::size_t i = 0; i < law.points.size(); ++i) sum += law.weights.empty() ? 1.0 : law.weights[i];
    for (std::size_t i = 0; i < law.points.size(); ++i) {
      add_certain(law.points[i], weight * (law.weights.empty() ? 1.0 : law.weights[i]) / sum);
    }
    return;
  }
  auto [found, is_new] = ids_.try_emplace(&law, 0);
  if (is_new) found->second = table_.add(law);
  const bool exponential = law.shape == Shape::exponential;
  mix.smooth.push_back({weight, found->second, exponential ? in_days(law.mean) : 0.0});
  mix.bent = mix.bent || !exponential || weight < 1.0 - 1e-12;
  if (law.shape == Shape::uniform || law.shape == Shape::triangular) {
    for (const Span point : law.points) mix.breaks.push_back(in_days(point));
  }
  mix.mean = (mix.mean * mix.finite + weight * in_days(mean_of(law))) / (mix.finite + weight);
  mix.finite += weight;
}

double Laws::smooth_beyond(const LawMix& mix, double days) const {
  double sum = 0.0;
  for (const SmoothPart& part : mix.smooth) {
    sum += part.weight * (days <= 0 ? 1.0 : table_.survival(part.law, span_of(days)));
  }
  return sum;
}

void Laws::beyond(const SmoothPart& part, std::span<const double> days, std::span<double> shares) const {
  std::vector<Span> spans(days.size());
  std::ranges::transform(days, spans.begin(), span_of);
  table_.survival(part.law, spans, shares);
  for (double& share : shares) share *= part.weight;
}

double Laws::beyond(const LawMix& mix, double days) const {
  double sum = 1.0 - mix.finite + smooth_beyond(mix, days);
  for (const auto& [weight, at] : mix.certain) sum += at > days + kSame ? weight : 0.0;
  return std::max(sum, 0.0);
}

double Laws::quantile_beyond(const LawMix& mix, double share) const {
  if (mix.smooth.empty()) return 0.0;
  double high = 1.0;
  while (high < kLongestDays && smooth_beyond(mix, high) > share) high *= 2.0;
  double low = high / 2.0;
  for (int i = 0; i < 5; ++i) {
    const double middle = (low + high) / 2.0;
    (smooth_beyond(mix, middle) > share ? low : high) = middle;
  }
  return std::min(high, kLongestDays);
}

double hazard_over(const Laws& laws, const LawMix& clock, double from, double to) {
  if (clock.smooth.empty()) return 0.0;
  if (!clock.bent && clock.smooth.size() == 1 && clock.certain.empty()) {
    return std::min((to - from) / clock.smooth.front().memoryless, kMostHazard);
  }
  const double begin = laws.smooth_beyond(clock, from), end = laws.smooth_beyond(clock, to);
  double other = 1.0 - clock.finite;
  for (const auto& [weight, at] : clock.certain) other += at > from + kSame ? weight : 0.0;
  if (begin + other <= 0.0) return kMostHazard;
  const double left = (end + other) / (begin + other);
  return left > 0.0 ? std::min(-std::log(left), kMostHazard) : kMostHazard;
}

double jump_at(const Laws& laws, const LawMix& clock, double days) {
  double jump = 0.0;
  for (const auto& [weight, at] : clock.certain) jump += std::abs(at - days) <= kSame ? weight : 0.0;
  if (jump == 0.0) return 0.0;
  return std::min(1.0, jump / (jump + laws.beyond(clock, days)));
}

std::vector<double> grid_of(const Laws& laws, const std::vector<LawMix>& clocks, double most) {
  // The end: where the product of the survivals is all but over.
  const auto alive = [&](double days) {
    double product = 1.0;
    for (const LawMix& clock : clocks) product *= laws.beyond(clock, days);
    return product;
  };
  double end = most;
  for (const LawMix& clock : clocks) {
    for (const auto& [weight, at] : clock.certain) {
      if (at < end && alive(at) <= kAlmostOver) end = at;
    }
  }
  double probe = 1.0;
  while (probe < end && alive(probe) > kAlmostOver) probe *= 1.5;
  end = std::min(end, probe);
  std::vector<double> grid;
  add_points(grid, end, kPoints);
  for (const LawMix& clock : clocks) {
    for (const auto& [weight, at] : clock.certain) grid.push_back(at);
    for (const double at : clock.breaks) grid.push_back(at);
    if (clock.bent) add_points(grid, std::min(end, laws.quantile_beyond(clock, 0.002)), kPointsOfClock);
  }
  std::erase_if(grid, [end](double at) { return at > end; });
  std::ranges::sort(grid);
  const auto [first, last] = std::ranges::unique(grid, [](double a, double b) { return b - a <= kSame; });
  grid.erase(first, last);
  return grid;
}

Race race_of(const Laws& laws, const std::vector<LawMix>& clocks) {
  Race race;
  race.first.assign(clocks.size(), 0.0);
  const std::vector<double> grid = grid_of(laws, clocks, kLongestDays);
  double alive = 1.0, area = 0.0;
  std::vector<double> hazards(clocks.size());
  for (std::size_t j = 0; j < grid.size(); ++j) {
    if (j > 0) {
      double sum = 0.0;
      for (std::size_t i = 0; i < clocks.size(); ++i)
        sum += hazards[i] = hazard_over(laws, clocks[i], grid[j - 1], grid[j]);
      const double gone = alive * -std::expm1(-sum);
      area += (grid[j] - grid[j - 1]) * (sum > 1e-12 ? gone / sum : alive);
      for (std::size_t i = 0; i < clocks.size(); ++i) race.first[i] += sum > 0.0 ? gone * hazards[i] / sum : 0.0;
      alive -= gone;
    }
    for (std::size_t i = 0; i < clocks.size(); ++i) {
      const double gone = alive * jump_at(laws, clocks[i], grid[j]);
      race.first[i] += gone;
      alive -= gone;
    }
  }
  // Of those whose clocks never end, the time on the grid is not theirs to count.
  const double ended = 1.0 - alive;
  if (ended > 0.0) race.days = (area - alive * grid.back()) / ended;
  return race;
}

}  // namespace sagsflow

#include <algorithm>
#include <array>
#include <cmath>

#include "models/load/stay.h"

namespace sagsflow {
namespace {

/// In days: cohorts whose duty falls due this near are one.
constexpr double kSameTime = 0.25;
/// A share of a cohort: all but so many have begun.
constexpr double kAllBegun = 1e-9;
constexpr std::size_t kCellsAtOnce = 128;

}  // namespace

/// The start that meets the next due time, `base` plus the law's draw.
void Stay::plan(std::size_t number, double base, double now, std::size_t from, double amount, int held,
                const LawMix& law) {
  Source& source = sources_[number];
  if (held >= source.times || amount <= 0.0 || source.left <= 0.0) return;
  for (const auto& [weight, days] : law.certain) {
    const double due = base + days;
    if (due > source.until) continue;
    const double time = std::max(now, due - source.ahead);
    const std::size_t at = nearest(time, from);
    if (at >= grid_.size()) continue;
    const auto same = std::ranges::find_if(starting_[at], [&](const Start& start) {
      return start.source == number && start.held == held && std::abs(start.time - time) < kSameTime &&
             std::abs(start.due - due) < kSameTime;
    });
    const double part = amount * weight / source.left;
    if (same == starting_[at].end() || at == from) {
      starting_[at].push_back({number, time, due, part, held});
    } else {
      same->amount += part;
    }
  }
  if (!law.smooth.empty()) plan_smooth(source, base, from, amount / source.left, held, law);
}

/// What is due already starts in the next cell, as well as the grid can tell.
void Stay::plan_smooth(Source& source, double base, std::size_t from, double amount, int held, const LawMix& law) {
  const auto level = source.times == std::numeric_limits<int>::max() ? 0 : static_cast<std::size_t>(held);
  while (source.plans.size() <= level) source.plans.push_back({std::vector<double>(grid_.size(), 0.0), {}});
  Plan& plan = source.plans[level];
  for (const SmoothPart& part : law.smooth) {
    if (part.memoryless > 0.0) {
      plan_memoryless(source, plan, base, from, amount, part);
    } else {
      plan_part(source, plan, base, from, amount, part);
    }
  }
}

double Stay::time_waited(const Source& source, std::size_t at, double base) const {
  return std::min(grid_[at] + source.ahead, source.until) - base;
}

void Stay::plan_part(const Source& source, Plan& plan, double base, std::size_t from, double amount,
                     const SmoothPart& part) const {
  std::array<double, kCellsAtOnce> waited, left;
  double above = part.weight;
  for (std::size_t first = from + 1; first < grid_.size() && above > kAllBegun; first += kCellsAtOnce) {
    const std::size_t count = std::min(kCellsAtOnce, grid_.size() - first);
    for (std::size_t i = 0; i < count; ++i) waited[i] = time_waited(source, first + i, base);
    set_.laws.beyond(part, std::span(waited).first(count), std::span(left).first(count));
    for (std::size_t i = 0; i < count && above > kAllBegun; ++i) {
      plan.starts[first + i] += amount * (above - left[i]);
      above = left[i];
    }
  }
}

/// Who has begun to wait for an exponential time waits like everybody who did so before: from the end of the cell in
/// which they began they are one cohort, where a cohort each would cost the square of the grid.
void Stay::plan_memoryless(const Source& source, Plan& plan, double base, std::size_t from, double amount,
                           const SmoothPart& part) const {
  std::size_t at = from + 1;
  while (at < grid_.size() && time_waited(source, at, base) <= 0.0) ++at;
  if (at >= grid_.size()) return;
  const double gone = -std::expm1(-time_waited(source, at, base) / part.memoryless);
  plan.starts[at] += amount * part.weight * gone;
  const auto known = std::ranges::find(plan.waits, part.memoryless, &Wait::mean);
  Wait& wait = known != plan.waits.end() ? *known : plan.waits.emplace_back(Wait{part.memoryless, {}});
  wait.joining.resize(grid_.size());
  wait.joining[at] += amount * part.weight * (1.0 - gone);
}

/// What starts in the cell before now_, at its middle.
void Stay::start_planned() {
  const double begin = grid_[now_ - 1], end = grid_[now_], middle = (begin + end) / 2.0;
  for (std::size_t s = 0; s < sources_.size(); ++s) {
    Source& source = sources_[s];
    const double waited = time_waited(source, now_, 0.0) - time_waited(source, now_ - 1, 0.0);
    for (std::size_t level = 0; level < source.plans.size(); ++level) {
      double starts = source.plans[level].starts[now_];
      for (Wait& wait : source.plans[level].waits) {
        const double begun = wait.waiting * -std::expm1(-waited / wait.mean);
        starts += begun;
        wait.waiting += wait.joining[now_] - begun;
      }
      if (starts <= 0.0) continue;
      const double left = std::sqrt(source.left * source.left_before);
      const double going = std::sqrt(source.going * source.going_before);
      start(s, middle, middle + source.ahead, now_, starts * left, going, static_cast<int>(level));
    }
  }
}

}  // namespace sagsflow

#include <algorithm>
#include <cmath>
#include <span>

#include "models/load/stay.h"

namespace sagsflow {

/// Clocks, certain due times and what begins with the stay are on the grid.
void Stay::make_grid() {
  std::vector<LawMix> running;
  std::vector<double> extra;
  bool certain_to_end = false;
  for (std::size_t e = 0; e < clocks_.size(); ++e) {
    const double fast = speed(status_.exits[e], entry_);
    if (fast == 1.0) {
      running.push_back(clocks_[e]);
      certain_to_end = certain_to_end || clocks_[e].finite > 1.0 - 1e-9;
    } else if (fast > 0.0) {
      for (const auto& [weight, at] : clocks_[e].certain) extra.push_back(at / fast);
      for (const double at : clocks_[e].breaks) extra.push_back(at / fast);
    }
  }
  grid_ = grid_of(set_.laws, running, certain_to_end ? kLongestStay : kLongestWithoutExit);
  const double end = grid_.back();
  for (std::size_t e = 0; e < clocks_.size(); ++e) {
    // Of clocks that are stopped now: they may run for other profiles.
    for (const auto& [weight, at] : clocks_[e].certain) extra.push_back(at);
  }
  for (const Source& source : sources_) {
    if (source.duty == nullptr) {
      add_times_of_course(source, extra);
    } else if (!source.inert) {
      add_due_times(source, end, extra);
    }
  }
  std::erase_if(extra, [end](double at) { return at > end; });
  grid_.insert(grid_.end(), extra.begin(), extra.end());
  std::ranges::sort(grid_);
  const auto [unique_end, last] = std::ranges::unique(grid_, [](double a, double b) { return b - a <= 1e-9; });
  grid_.erase(unique_end, last);
  pending_at_.resize(grid_.size());
  starting_.resize(grid_.size());
}

void Stay::add_times_of_course(const Source& source, std::vector<double>& times) {
  set_.profiles.each_value(*source.starts, entry_, [&](double, const std::string& procedure) {
    for (const Visit& visit : courses_.of(procedure, entry_).visits) {
      times.push_back(visit.enter);
      times.push_back(visit.leave);
    }
  });
}

void Stay::add_due_times(const Source& source, double end, std::vector<double>& times) {
  for (const LawMix* mix : {&source.first, &source.every}) {
    if (mix->smooth.empty()) continue;
    const double last = std::min(end, set_.laws.quantile_beyond(*mix, 0.002));
    for (int i = 1; i <= kSmoothPoints; ++i) times.push_back(last * i / kSmoothPoints);
    if (source.every.finite <= 0.0) continue;
    for (int i = 1; i <= kSmoothPoints; ++i) times.push_back(last * (1.0 + 3.0 * i / kSmoothPoints));
  }
  if (source.first.is_certain()) add_certain_due_times(source, end, times);
}

void Stay::add_certain_due_times(const Source& source, double end, std::vector<double>& times) {
  double held_after = 0.0;
  std::vector<double> changes;  ///< of the status, after a start
  set_.profiles.each_value(*source.starts, entry_, [&](double weight, const std::string& procedure) {
    const Course& course = courses_.of(procedure, entry_);
    held_after += weight * holding_of(course, source.duty->name, source.held_by_end).held_after;
    for (const Visit& visit : course.visits) {
      if (!visit.become.empty()) changes.push_back(visit.leave);
    }
  });
  double due = source.first.certain.front().second, now = 0.0;
  for (int k = 0; k < kMostDueTimes && due <= end && due <= source.until && k < source.times; ++k) {
    const double start = std::max(now, due - source.ahead);
    times.push_back(start);
    if (k < kExactDueTimes) {
      for (const double after : changes) times.push_back(start + after);
    }
    if (!source.every.is_certain()) return;
    now = start + held_after;
    due = (source.duty->counted_from_due ? due : now) + source.every.certain.front().second;
  }
}

std::size_t Stay::nearest(double days, std::size_t at_least) const {
  // Mostly near: by steps twice as long each until beyond it, then by halves.
  std::size_t low = at_least, high = at_least, step = 1;
  while (high < grid_.size() && grid_[high] < days - 1e-9) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  const auto cells = std::span(grid_).subspan(low, std::min(high, grid_.size()) - low);
  const std::size_t index =
      low + static_cast<std::size_t>(std::ranges::lower_bound(cells, days - 1e-9) - cells.begin());
  if (index == grid_.size()) return index;
  if (index == at_least || grid_[index] - days <= days - grid_[index - 1]) return index;
  return index - 1;
}

}  // namespace sagsflow

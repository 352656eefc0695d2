#include <algorithm>
#include <cmath>
#include <ranges>

#include "models/load/stay.h"

namespace sagsflow {
namespace {

/// The logarithm of nothing.
constexpr double kMostDecay = 60.0;

/// exp(x); for a small one its series, to 1e-8.
double exponential(double x) {
  if (std::abs(x) > 0.02) return std::exp(x);
  return 1.0 + x * (1.0 + x / 2.0 * (1.0 + x / 3.0));
}

}  // namespace

void Stay::note_history() {
  for (Source& source : sources_) {
    const double before = now_ > 0 ? source.afterwards.back() : 1.0, reaching = source.on_reaching.back();
    source.decay.push_back(reaching > 0.0 && before > 0.0 ? std::log(reaching / before) : -kMostDecay);
    source.afterwards.push_back(source.going);
  }
  for (Kind& kind : kinds_) kind.history.push_back(kind.mass);
}

/// Of a source, at a time not before that of the grid at `at`, which moves on: exponential between times of the grid.
double Stay::going_at(const Source& source, double days, std::size_t& at) const {
  const std::size_t known = source.afterwards.size();
  while (at + 1 < known && grid_[at + 1] <= days + 1e-9) ++at;
  if (at + 1 >= known) return at + 1 == known && days <= grid_[at] + 1e-9 ? source.afterwards[at] : 0.0;
  const double share = (days - grid_[at]) / (grid_[at + 1] - grid_[at]);
  return source.afterwards[at] * (share > 0.0 ? exponential(share * source.decay[at + 1]) : 1.0);
}

/// The duties that fall due at certain times and leave the stay as it is.
void Stay::start_inert() {
  for (std::size_t s = 0; s < sources_.size(); ++s) {
    const Source& source = sources_[s];
    if (!source.inert || !source.duty) continue;
    double due = source.first.certain.front().second, now = 0.0;
    std::size_t at = 0;
    for (int k = 0; k < kMostDueTimes && k < source.times && due <= source.until; ++k) {
      const double time = std::max(now, due - source.ahead);
      const double amount = going_at(source, time, at);
      if (amount <= 0.0) break;
      double held = 0.0, mass = 0.0;
      for (std::size_t i = 0; i < kinds_.size(); ++i) mass += kinds_[i].history[at];
      for (std::size_t i = 0; i < kinds_.size() && mass > 0.0; ++i) {
        const double part = kinds_[i].history[at] / mass;
        if (part <= 0.0) continue;
        const std::vector<Begin>& list = begins(s, i);
        for (std::size_t b = 0; b < list.size(); ++b) {
          begun_.push_back({s, i, b, at, time, amount * part * list[b].weight});
          held += part * list[b].weight * holding_of(*list[b].course, source.duty->name, source.held_by_end).held_after;
        }
      }
      if (!source.duty->every) break;
      now = time + held;
      due = (source.duty->counted_from_due ? due : now) + source.every.certain.front().second;
    }
  }
}

/// Who of those begun is still in the status when their courses' visits are entered and left.
void Stay::count_begun() {
  for (const Begun& begun : begun_) {
    const Source& source = sources_[begun.source];
    Begin& begin = kinds_[begun.kind].begins[begun.source][begun.begin];
    std::size_t at = begun.at, age = 0;
    const double left = going_at(source, begun.time, at);
    if (left <= 0.0) continue;
    const double relative = begun.amount / left;
    const std::vector<double>& times = begin.course->times;
    begin.staying.resize(times.size());
    if (begin.course->keeps) begin.all.resize(times.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
      const double days = begun.time + times[i], staying = going_at(source, days, at);
      age = age_of(days, age);
      begin.staying[i][age] += relative * staying;
      if (begin.course->keeps) begin.all[i][age] += begun.amount;
      if (staying <= 0.0 && !begin.course->keeps) break;
    }
  }
}

/// Every visit of every course begun, by the kind of citizen that it is made by.
std::vector<StepUse> Stay::steps_used() const {
  const std::size_t steps = set_.names.steps().size();
  std::vector<StepUse> used;
  std::vector<std::size_t> numbers(kinds_.size() * steps, kNone);
  const auto add = [&](const Begin& begin, std::size_t v) {
    const Visit& visit = begin.course->visits[v];
    const std::vector<ByAge>& there = visit.keep ? begin.all : begin.staying;
    std::size_t& number = numbers[begin.before[v] * steps + visit.step];
    if (number == kNone) {
      number = used.size();
      used.push_back({visit.step, kinds_[begin.before[v]].profile});
    }
    for (std::size_t age = 0; age < kAges.size(); ++age) {
      used[number].entered[age] += visit.count * there[visit.enters_at][age];
      used[number].passed[age] += visit.passed * there[visit.leaves_at][age];
    }
  };
  for (const Kind& kind : kinds_) {
    for (const Begin& begin : std::views::join(kind.begins)) {
      for (std::size_t v = 0; v < begin.before.size() && !begin.staying.empty(); ++v) add(begin, v);
    }
  }
  return used;
}

}  // namespace sagsflow

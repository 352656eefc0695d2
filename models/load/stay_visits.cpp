#include <algorithm>
#include <cmath>

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

/// Every visit of every course begun, of those who are still in the status then.
void Stay::count_visits() {
  for (const Begun& begun : begun_) {
    const Source& source = sources_[begun.source];
    const Begin& begin = kinds_[begun.kind].begins[begun.source][begun.begin];
    std::size_t at = begun.at;
    const double left = going_at(source, begun.time, at);
    if (left <= 0.0) continue;
    const double relative = begun.amount / left;
    std::size_t age = 0;
    for (std::size_t v = 0; v < begin.course->visits.size(); ++v) {
      const Visit& visit = begin.course->visits[v];
      double then = left, later = left;
      if (!visit.keep) {
        then = visit.enter > 0.0 ? going_at(source, begun.time + visit.enter, at) : left;
        std::size_t further = at;
        later = visit.leave > visit.enter ? going_at(source, begun.time + visit.leave, further) : then;
      }
      Kind& kind = kinds_[begin.before[v]];
      age = age_of(begun.time + visit.enter, age);
      kind.entered[visit.step][age] += relative * visit.count * then;
      kind.passed[visit.step][age_of(begun.time + visit.leave, age)] += relative * visit.passed * later;
    }
  }
}

}  // namespace sagsflow

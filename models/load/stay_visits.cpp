#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>
#include <span>

#include "models/load/stay.h"

namespace sagsflow {
namespace {

/// The logarithm of nothing.
constexpr double kMostDecay = 60.0;
constexpr double kForever = std::numeric_limits<double>::infinity();

/// exp(x); for a small one its series, to 1e-8.
double exponential(double x) {
  if (std::abs(x) > 0.02) return std::exp(x);
  return 1.0 + x * (1.0 + x * (1.0 / 2.0 + x * (1.0 / 6.0)));
}

}  // namespace

/// `going` of a source at one time after another, when the stay is known: exponential between times of the grid.
class Stay::Going {
 public:
  /// From the time of the grid at `at` on.
  Going(const Stay& stay, const Source& source, std::size_t at)
      : grid_(stay.grid_), afterwards_(source.afterwards), decay_(source.decay) {
    stand_at(at);
  }

  /// `days` not before the last ones.
  double after(double days) {
    if (days >= end_) go_on_to(days);
    const double since = days - begin_;
    return since > kSame ? left_ * exponential(since * decaying_) : left_;
  }
  std::size_t at() const { return at_; }

 private:
  static constexpr double kSame = 1e-9;

  void go_on_to(double days) {
    std::size_t at = at_;
    while (at + 1 < afterwards_.size() && grid_[at + 1] - kSame <= days) ++at;
    stand_at(at);
  }

  /// Nothing is known after the last time.
  void stand_at(std::size_t at) {
    const bool last = at + 1 >= afterwards_.size();
    at_ = at;
    begin_ = grid_[at];
    end_ = last ? kForever : grid_[at + 1] - kSame;
    left_ = afterwards_[at];
    decaying_ = last ? -kForever : decay_[at + 1];
  }

  std::span<const double> grid_, afterwards_, decay_;
  std::size_t at_ = 0;
  double begin_ = 0, end_ = 0, left_ = 0, decaying_ = 0;  ///< of the cell after the time at `at_`
};

void Stay::note_history() {
  for (Source& source : sources_) source.afterwards.push_back(source.going);
  for (Kind& kind : kinds_) kind.history.push_back(kind.mass);
}

/// Most sources are left alike, for few of them change the status.
void Stay::find_decay() {
  for (std::size_t s = 0; s < sources_.size(); ++s) {
    Source& source = sources_[s];
    const auto before = std::span(sources_).first(s);
    const auto alike = std::ranges::find_if(before, [&](const Source& other) {
      return other.afterwards == source.afterwards && other.on_reaching == source.on_reaching;
    });
    source.decay.assign(source.afterwards.size(), 0.0);
    if (alike != before.end()) {
      source.decay = alike->decay;
      continue;
    }
    for (std::size_t i = 1; i < source.afterwards.size(); ++i) {
      const double left = source.afterwards[i - 1], reaching = source.on_reaching[i];
      const double decay = reaching > 0.0 && left > 0.0 ? std::log(reaching / left) : -kMostDecay;
      source.decay[i] = decay / (grid_[i] - grid_[i - 1]);
    }
  }
}

/// The duties that fall due at certain times and leave the stay as it is.
void Stay::start_inert() {
  for (std::size_t s = 0; s < sources_.size(); ++s) {
    const Source& source = sources_[s];
    if (!source.inert || !source.duty) continue;
    double due = source.first.certain.front().second, now = 0.0;
    Going going(*this, source, 0);
    for (int k = 0; k < kMostDueTimes && k < source.times && due <= source.until; ++k) {
      const double time = std::max(now, due - source.ahead);
      const double amount = going.after(time);
      const std::size_t at = going.at();
      if (amount <= 0.0) break;
      double held = 0.0, mass = 0.0;
      for (std::size_t i = 0; i < kinds_.size(); ++i) mass += kinds_[i].history[at];
      for (std::size_t i = 0; i < kinds_.size() && mass > 0.0; ++i) {
        const double part = kinds_[i].history[at] / mass;
        if (part <= 0.0) continue;
        const std::vector<Begin>& list = begins(s, i);
        for (std::size_t b = 0; b < list.size(); ++b) {
          begun_.push_back({s, i, b, at, time, amount * part * list[b].weight});
          held += part * list[b].weight * list[b].holding.held_after;
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
    Going going(*this, source, begun.at);
    const double left = going.after(begun.time);
    if (left <= 0.0) continue;
    const double relative = begun.amount / left;
    const std::vector<double>& times = begin.course->times;
    begin.staying.resize(times.size());
    std::size_t age = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
      const double days = begun.time + times[i], staying = going.after(days);
      if (staying <= 0.0) break;
      age = age_of(days, age);
      begin.staying[i][age] += relative * staying;
    }
    if (!begin.course->keeps) continue;
    begin.all.resize(times.size());
    for (std::size_t i = 0; i < times.size(); ++i) begin.all[i][age_of(begun.time + times[i])] += begun.amount;
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

#include "models/load/stay.h"

#include <algorithm>
#include <cmath>

namespace sagsflow {

const std::vector<Stay::Begin>& Stay::begins(std::size_t source, std::size_t number) {
  if (!kinds_[number].begins[source].empty()) return kinds_[number].begins[source];
  std::vector<Begin> begins;
  const Profile profile = kinds_[number].profile;
  set_.profiles.each_value(*sources_[source].starts, profile, [&](double weight, const std::string& procedure) {
    Begin begin{&courses_.of(procedure, profile), weight, {}, {}};
    if (sources_[source].duty != nullptr) {
      begin.holding = holding_of(*begin.course, sources_[source].duty->name, sources_[source].held_by_end);
    }
    for (const Visit& visit : begin.course->visits) {
      begin.before.push_back(kind(laid_over(profile, visit.before)));
      begin.after.push_back(kind(laid_over(profile, visit.after)));
      const bool acts = !visit.become.empty() || begin.before.back() != begin.after.back();
      if (acts) begin.acts.push_back(begin.before.size() - 1);
    }
    begins.push_back(std::move(begin));
  });
  return kinds_[number].begins[source] = std::move(begins);
}

/// For a source's part of those in its group, alike for every kind of them; `going` is the
/// source's then.
void Stay::start(std::size_t source, double time, double due, std::size_t from, double amount, double going, int held) {
  if (amount <= 0.0) return;
  const double group = this->group(source);
  if (group <= 0.0) return;
  const std::size_t kinds = kinds_.size();
  for (std::size_t k = 0; k < kinds; ++k) {
    if (!kinds_[k].groups[source] || kinds_[k].mass < 1e-6 * group) continue;
    const double part = amount * kinds_[k].mass / group;
    const std::size_t count = begins(source, k).size();
    for (std::size_t i = 0; i < count; ++i) {
      const double weight = kinds_[k].begins[source][i].weight;
      const std::size_t at = from > 0 && grid_[from] > time + 1e-9 ? from - 1 : from;
      begun_.push_back({source, k, i, at, time, part * weight});
      start_course(begun_.back(), due, from, going, held);
    }
  }
}

/// What bears on the stay itself: changes of status or of a trait, and when the duty is next planned.
void Stay::start_course(const Begun& begun, double due, std::size_t from, double going, int held) {
  using What = Pending::What;
  const Source& source = sources_[begun.source];
  const Begin& begin = kinds_[begun.kind].begins[begun.source][begun.begin];
  const double relative = begun.amount / going;
  for (const std::size_t v : begin.acts) {
    const Visit& visit = begin.course->visits[v];
    add_pending({What::leave, begun.source, begun.kind, begun.begin, v, relative * visit.passed,
                 begun.time + visit.leave, due, held},
                from);
  }
  if (source.duty == nullptr || !source.duty->every) return;
  const Holding& holding = begin.holding;
  if (holding.goes_on > 0.0) {
    add_pending({What::held, begun.source, begun.kind, begun.begin, 0, relative * holding.goes_on,
                 begun.time + holding.held_after, due, held + 1},
                from);
  }
  if (holding.missed > 0.0) {
    add_pending({What::missed, begun.source, begun.kind, begun.begin, 0, relative * holding.missed,
                 begun.time + holding.missed_after, due, held},
                from);
  }
}

void Stay::add_pending(const Pending& pending, std::size_t from) {
  const std::size_t at = nearest(pending.time, from);
  if (at >= grid_.size()) return;
  std::size_t number = done_;
  if (number == kNone) {
    number = pending_.size();
    pending_.push_back(pending);
  } else {
    done_ = pending_[number].next;
    pending_[number] = pending;
  }
  PendingList& list = pending_at_[at];
  (list.first == kNone ? list.first : pending_[list.last].next) = number;
  list.last = number;
}

/// What starts now, and what that does at once, until nothing more is due.
void Stay::start_due() {
  for (std::size_t i = 0; i < starting_[now_].size() && i < kMostDueTimes; ++i) {
    const Start begun = starting_[now_][i];
    const Source& source = sources_[begun.source];
    start(begun.source, begun.time, begun.due, now_, begun.amount * source.left, source.going, begun.held);
    handle_pending();
  }
}

void Stay::handle_pending() {
  for (std::size_t i = pending_at_[now_].first; i != kNone;) {
    const Pending pending = pending_[i];
    handle(pending);
    pending_[i].next = done_;
    done_ = i;
    i = pending.next;
  }
  pending_at_[now_] = {};
}

void Stay::handle(const Pending& pending) {
  const double amount = pending.amount * sources_[pending.source].going;
  if (pending.what != Pending::What::leave) return replan(pending, amount);
  const Begin& begin = kinds_[pending.kind].begins[pending.source][pending.begin];
  const Visit& visit = begin.course->visits[pending.visit];
  if (visit.passed <= 0.0) return;
  const std::size_t before = begin.before[pending.visit], after = begin.after[pending.visit];
  move(pending.source, before, after, amount, pending.time);
  if (!visit.become.empty()) become(pending.source, after, visit, amount / visit.passed);
}

void Stay::replan(const Pending& pending, double amount) {
  const Source& source = sources_[pending.source];
  const bool from_due = pending.what == Pending::What::held && source.duty->counted_from_due;
  plan(pending.source, from_due ? pending.due : pending.time, pending.time, now_, amount, pending.held, source.every);
}

/// From one profile to another; the duties whose condition begins to hold are planned, the others carry on.
void Stay::move(std::size_t source, std::size_t from, std::size_t to, double amount, double time) {
  if (from == to) return;
  const double moved = std::min(amount, kinds_[from].mass);
  if (moved <= 0.0) return;
  for (std::size_t s = 0; s < sources_.size(); ++s) {
    const bool was = kinds_[from].groups[s], is = kinds_[to].groups[s];
    if (was == is) continue;
    const double group = this->group(s);
    if (was && s != source && group > 0.0) sources_[s].left *= std::max(0.0, 1.0 - moved / group);
    if (is && sources_[s].duty != nullptr) {
      if (group <= 0.0) sources_[s].left = 1.0;
      plan(s, time, time, now_, moved, 0, sources_[s].first);
    }
  }
  kinds_[from].mass -= moved;
  kinds_[to].mass += moved;
}

void Stay::become(std::size_t source, std::size_t from, const Visit& visit, double scale) {
  double sum = 0.0;
  for (const auto& [status, count] : visit.become) sum += scale * count;
  const double taken = std::min(sum, kinds_[from].mass);
  if (taken <= 0.0) return;
  const double others = std::max(0.0, 1.0 - taken / left());
  const Kind& kind = kinds_[from];
  for (std::size_t s = 0; s < sources_.size(); ++s) {
    if (s == source) continue;
    if (!exclusive_[source][s]) sources_[s].going *= others;
    if (kind.groups[s]) sources_[s].left *= std::max(0.0, 1.0 - taken / group(s));
  }
  kinds_[from].mass -= taken;
  for (const auto& [status, count] : visit.become) {
    const double share = scale * count * taken / sum;
    if (share > 0.0) ways_[way_number(status, kinds_[from].profile)].share += share;
  }
}

/// Through the cell before now_: the smooth clocks, and what they compete with.
void Stay::pass_cell() {
  const double begin = grid_[now_ - 1], end = grid_[now_];
  taken_.assign(kinds_.size(), 0.0);
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    Kind& kind = kinds_[k];
    if (kind.mass <= 0.0) continue;
    double sum = 0.0;
    hazards_.assign(clocks_.size(), 0.0);
    for (std::size_t e = 0; e < clocks_.size(); ++e) {
      const double speed = kind.speeds[e];
      if (speed > 0.0) sum += hazards_[e] = hazard_over(set_.laws, clocks_[e], begin * speed, end * speed);
    }
    const double gone = kind.mass * -std::expm1(-sum);
    const double spent = (end - begin) * (sum > 1e-12 ? gone / sum : kind.mass);
    days_ += spent;
    square_days_ += spent * (begin + end);
    for (std::size_t e = 0; e < clocks_.size(); ++e) {
      if (hazards_[e] > 0.0) leave_by(e, k, gone * hazards_[e] / sum);
    }
    taken_[k] = gone;
  }
  for (Source& source : sources_) {
    source.left_before = source.left;
    source.going_before = source.going;
  }
  thin();
  start_planned();
}

void Stay::thin() {
  const double all = left();
  double all_gone = 0.0;
  for (const double gone : taken_) all_gone += gone;
  for (std::size_t s = 0; s < sources_.size(); ++s) {
    double group = 0.0, gone = 0.0;
    for (std::size_t k = 0; k < taken_.size(); ++k) {
      if (!kinds_[k].groups[s]) continue;
      group += kinds_[k].mass;
      gone += taken_[k];
    }
    if (group > 0.0) sources_[s].left *= std::max(0.0, 1.0 - gone / group);
    if (all > 0.0) sources_[s].going *= std::max(0.0, 1.0 - all_gone / all);
  }
  for (std::size_t k = 0; k < taken_.size(); ++k) kinds_[k].mass = std::max(0.0, kinds_[k].mass - taken_[k]);
}

/// What an exit's clock ends at this very time.
void Stay::jump(std::size_t exit) {
  if (clocks_[exit].certain.empty()) return;
  taken_.assign(kinds_.size(), 0.0);
  bool any = false;
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    const double speed = kinds_[k].speeds[exit];
    if (kinds_[k].mass <= 0.0 || speed <= 0.0) continue;
    taken_[k] = kinds_[k].mass * jump_at(set_.laws, clocks_[exit], grid_[now_] * speed);
    if (taken_[k] <= 0.0) continue;
    any = true;
    leave_by(exit, k, taken_[k]);
  }
  if (any) thin();
}

void Stay::leave_by(std::size_t exit, std::size_t kind, double amount) {
  for (WayOut& way : ways_out(exit, kind)) {
    const double part = amount * way.weight * way.share;
    if (part <= 0.0) continue;
    if (!way.number) {
      Profile after = kinds_[kind].profile;
      set_.profiles.set(status_.exits[exit].set, after);
      way.number = way_number(way.status, after);
    }
    ways_[*way.number].share += part;
  }
}

std::vector<Stay::WayOut>& Stay::ways_out(std::size_t exit, std::size_t kind) {
  std::vector<WayOut>& ways = kinds_[kind].ways_out[exit];
  if (!ways.empty()) return ways;
  set_.profiles.each_value(status_.exits[exit].to, kinds_[kind].profile, [&](double weight, const Shares& shares) {
    for (const Share& share : shares) ways.push_back({set_.names.status(share.target), weight, share.share});
  });
  return ways;
}

/// Among those that somebody has taken, in the order in which they were first taken.
std::size_t Stay::way_number(std::size_t status, const Profile& profile) {
  const auto known =
      std::ranges::find_if(ways_, [&](const Leaving& way) { return way.status == status && way.profile == profile; });
  const auto number = static_cast<std::size_t>(known - ways_.begin());
  if (known == ways_.end()) ways_.push_back({status, profile, 0.0});
  return number;
}

}  // namespace sagsflow

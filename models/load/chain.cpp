#include "models/load/chain.h"

#include <Eigen/SparseLU>
#include <algorithm>
#include <cmath>

namespace sagsflow {
namespace {

constexpr int kRounds = 8;
constexpr double kHardlyEver = 1e-12;

/// What a trait's profile says more than another.
Profile changed(const Profile& from, const Profile& to) {
  Profile result(to.size(), kAny);
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (to[i] != from[i]) result[i] = to[i];
  }
  return result;
}

}  // namespace

std::size_t Chain::state(const std::string& procedure, const std::string& step, const Profile& profile, bool main) {
  const ProcedureDefinition* owner = find_named(set_.rules.procedures, procedure);
  const StepDefinition* definition = find_named(owner->steps, step);
  const auto [found, is_new] = numbers_.try_emplace({definition, profile, main}, states_.size());
  if (is_new)
    states_.push_back({.procedure = owner, .step = definition, .profile = profile, .after = profile, .main = main});
  return found->second;
}

/// An hour of casework takes 1 / usable hours of presence, in open hours.
void Chain::find_work(State& state) const {
  double hours = 0.0;
  set_.profiles.each_value(state.step->work.time, state.profile,
                           [&](double weight, const DurationLaw& law) { hours += weight * in_hours(mean_of(law)); });
  set_.profiles.each_value(state.step->work.pool, state.profile, [&](double weight, const std::string& name) {
    const PoolDefinition* pool = find_named(set_.rules.pools, name);
    state.days += weight * hours / pool->usable.value / set_.opening(name).hours_a_day;
  });
}

void Chain::find_stay(State& state) const {
  const StepDefinition& step = *state.step;
  if (step.kind == StepKind::work) find_work(state);
  if (step.kind == StepKind::meeting) {
    set_.profiles.each_value(step.meeting, state.profile, [&](double weight, const std::string& name) {
      const MeetingDefinition* meeting = find_named(set_.rules.meetings, name);
      state.days += weight * set_.days(meeting->every, state.profile) / 2.0;
    });
  }
  if (step.patience && (step.kind == StepKind::work || step.kind == StepKind::meeting)) {
    set_.approximations.insert(Approximation::giving_up);
  }
  LawMix wait;
  if (step.kind == StepKind::wait_until) {
    const auto known = waits_.find({&step, state.profile, state.main});
    if (known == waits_.end()) return;
    wait = {.certain = {{1.0, known->second}}, .smooth = {}, .breaks = {}, .finite = 1.0, .mean = known->second};
  } else if (step.kind == StepKind::wait) {
    wait = set_.mix(step.wait, state.profile);
  } else {
    return;
  }
  state.passes = wait.finite;
  state.days = wait.mean;
  if (!step.patience) return;
  const Race race = race_of(set_.laws, {wait, set_.mix(*step.patience, state.profile)});
  state.passes = race.first[0];
  state.gives_up = race.first[1];
  state.days = race.days;
}

/// Until the pool opens, for what does not come from other work.
double Chain::delay_before(const State* from, const std::string& procedure, const std::string& step,
                           const Profile& profile) const {
  const StepDefinition* next = find_named(find_named(set_.rules.procedures, procedure)->steps, step);
  if (next->kind != StepKind::work || (from != nullptr && from->step->kind == StepKind::work)) return 0.0;
  double days = 0.0;
  set_.profiles.each_value(next->work.pool, profile, [&](double weight, const std::string& pool) {
    days += weight * set_.opening(pool).days_to_opening;
  });
  return days;
}

void Chain::add_way(std::size_t number, const std::string& procedure, const std::string& step, const Profile& profile,
                    bool main, double weight) {
  const double delay = delay_before(&states_[number], procedure, step, profile);
  const std::size_t to = state(procedure, step, profile, main);
  states_[number].ways.push_back({to, weight, delay});
}

void Chain::add_next(std::size_t number, const Choice<Shares>& next, Profile profile, double weight) {
  const std::string procedure = states_[number].procedure->name;
  const bool main = states_[number].main;
  set_.profiles.each_value(next, profile, [&](double chance, const Shares& shares) {
    for (const Share& share : shares) {
      const double way = weight * chance * share.share;
      if (way <= 0.0) continue;
      if (share.target == "end") {
        states_[number].ends += way;
        continue;
      }
      add_way(number, procedure, share.target, profile, main, way);
    }
  });
}

void Chain::add_starts(std::size_t number) {
  const Profile after = states_[number].after;
  const double passes = states_[number].passes;
  for (const Choice<std::string>& start : states_[number].step->start) {
    set_.profiles.each_value(start, after, [&](double weight, const std::string& procedure) {
      const ProcedureDefinition* started = find_named(set_.rules.procedures, procedure);
      set_.profiles.each_value(started->start, after, [&](double chance, const std::string& step) {
        add_way(number, procedure, step, after, false, passes * weight * chance);
      });
    });
  }
}

/// Back n times at each passing: as n + 1 visits in the mean, each with the chance n / (n + 1) of another.
void Chain::add_again(std::size_t number, double& weight) {
  const StepDefinition& step = *states_[number].step;
  if (!step.again) return;
  double times = 0.0;
  set_.profiles.each_value(step.again->times, states_[number].after,
                           [&](double chance, double value) { times += chance * value; });
  const std::size_t back =
      state(states_[number].procedure->name, step.again->step, states_[number].after, states_[number].main);
  states_[number].ways.push_back({back, weight * times / (times + 1.0), 0.0});
  weight /= times + 1.0;
}

void Chain::expand(std::size_t number) {
  const StepDefinition& step = *states_[number].step;
  find_stay(states_[number]);
  set_.profiles.set(step.set, states_[number].after);
  if (states_[number].procedure->keep) set_.approximations.insert(Approximation::kept_procedures);
  if (states_[number].gives_up > 0.0) {
    if (step.gives_up) {
      add_next(number, *step.gives_up, states_[number].profile, states_[number].gives_up);
    } else {
      states_[number].ends += states_[number].gives_up;
    }
  }
  double weight = states_[number].passes;
  if (step.become) {
    set_.profiles.each_value(*step.become, states_[number].after, [&](double chance, const Shares& shares) {
      for (const Share& share : shares) {
        states_[number].become.emplace_back(set_.names.status(share.target), weight * chance * share.share);
      }
    });
    return;
  }
  add_starts(number);
  add_again(number, weight);
  add_next(number, step.next, states_[number].after, weight);
}

void Chain::solve() {
  const auto size = static_cast<Eigen::Index>(states_.size());
  std::vector<Eigen::Triplet<double>> entries;
  for (Eigen::Index i = 0; i < size; ++i) entries.emplace_back(i, i, 1.0);
  Eigen::VectorXd begin = Eigen::VectorXd::Zero(size);
  for (const Way& start : starts_) begin[static_cast<Eigen::Index>(start.to)] += start.weight;
  for (Eigen::Index from = 0; from < size; ++from) {
    for (const Way& way : states_[static_cast<std::size_t>(from)].ways) {
      entries.emplace_back(static_cast<Eigen::Index>(way.to), from, -way.weight);
    }
  }
  Eigen::SparseMatrix<double> matrix(size, size);
  matrix.setFromTriplets(entries.begin(), entries.end());
  const Eigen::SparseLU<Eigen::SparseMatrix<double>> factors(matrix);
  if (factors.info() != Eigen::Success) {  // a turn that nobody leaves
    visits_ = enter_ = Eigen::VectorXd::Zero(size);
    return;
  }
  visits_ = factors.solve(begin);
  // Until the waits' lengths are found, from one round to the next.
  for (int round = 0; round < kRounds; ++round) {
    Eigen::VectorXd late = Eigen::VectorXd::Zero(size);
    for (const Way& start : starts_) late[static_cast<Eigen::Index>(start.to)] += start.weight * start.delay;
    for (Eigen::Index from = 0; from < size; ++from) {
      const State& state = states_[static_cast<std::size_t>(from)];
      for (const Way& way : state.ways) {
        late[static_cast<Eigen::Index>(way.to)] += way.weight * visits_[from] * (state.days + way.delay);
      }
    }
    enter_ = factors.solve(late);
    for (Eigen::Index i = 0; i < size; ++i)
      enter_[i] = visits_[i] > kHardlyEver ? std::max(0.0, enter_[i] / visits_[i]) : 0.0;
    if (!find_waits()) break;
  }
}

/// True if a wait's length changed.
bool Chain::find_waits() {
  bool moved = false;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    State& state = states_[i];
    if (state.step->kind != StepKind::wait_until || visits_[static_cast<Eigen::Index>(i)] <= kHardlyEver) continue;
    if (waits_.contains({state.step, state.profile, state.main})) continue;
    double weight = 0.0, time = 0.0;
    for (std::size_t k = 0; k < states_.size(); ++k) {
      const State& setter = states_[k];
      const bool sets = std::ranges::any_of(setter.step->set, [&](const Assignment& set) {
        return std::ranges::any_of(state.step->until, [&](const Clause& clause) {
          return clause.trait == set.trait && std::ranges::find(clause.values, set.value) != clause.values.end();
        });
      });
      const double count = sets ? visits_[static_cast<Eigen::Index>(k)] * setter.passes : 0.0;
      weight += count;
      time += count * (enter_[static_cast<Eigen::Index>(k)] + setter.days);
    }
    if (weight <= kHardlyEver) {
      set_.approximations.insert(Approximation::waits_for_trait);
      continue;
    }
    const double days = std::max(0.0, time / weight - enter_[static_cast<Eigen::Index>(i)]);
    moved = moved || std::abs(days - state.days) > 1e-6;
    state.days = days;
  }
  return moved;
}

Chain::Waits Chain::impatient_waits() {
  Waits waits;
  if (std::ranges::none_of(states_, [](const State& state) {
        return state.step->kind == StepKind::wait_until && state.step->patience;
      })) {
    return waits;
  }
  solve();
  for (const State& state : states_) {
    if (state.step->kind != StepKind::wait_until || !state.step->patience) continue;
    waits[{state.step, state.profile, state.main}] = state.days;
  }
  return waits;
}

Course Chain::course() {
  solve();
  Course course;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    const State& state = states_[i];
    Visit visit;
    visit.count = visits_[static_cast<Eigen::Index>(i)];
    if (!(visit.count > kHardlyEver)) continue;
    visit.step = set_.names.step(state.procedure->name, state.step->name);
    visit.definition = state.step;
    visit.passed = visit.count * state.passes;
    visit.enter = enter_[static_cast<Eigen::Index>(i)];
    visit.leave = visit.enter + state.days;
    visit.main = state.main;
    visit.keep = state.procedure->keep;
    visit.before = changed(profile_, state.profile);
    visit.after = changed(profile_, state.after);
    visit.ends = visit.count * state.ends;
    for (const auto& [status, share] : state.become) visit.become.emplace_back(status, visit.count * share);
    course.keeps = course.keeps || visit.keep;
    course.times.push_back(visit.enter);
    course.times.push_back(visit.leave);
    if (visit.leave > 0.0) set_.approximations.insert(Approximation::mean_times);
    course.visits.push_back(std::move(visit));
  }
  std::ranges::stable_sort(course.visits, {}, &Visit::enter);
  std::ranges::sort(course.times);
  const auto [same, end] = std::ranges::unique(course.times);
  course.times.erase(same, end);
  const auto number = [&](double time) {
    return static_cast<std::size_t>(std::ranges::lower_bound(course.times, time) - course.times.begin());
  };
  for (Visit& visit : course.visits) {
    visit.enters_at = number(visit.enter);
    visit.leaves_at = number(visit.leave);
  }
  return course;
}

}  // namespace sagsflow

#include "models/load/spell.h"

#include <algorithm>
#include <cmath>

#include "models/load/stay.h"

namespace sagsflow {
namespace {

/// What is left of a cohort, below which it is not followed any longer.
constexpr double kNothing = 1e-6;

}  // namespace

// How much of a source's citizens is left, all but what the source itself does.
//
// A cohort of a source (citizens with a duty planned, or a procedure under way) decays as the rest of its group does;
// what other sources do to the group is taken to fall alike on those with and those without.

Stay::Stay(const RuleSet& set, Courses& courses, const StatusDefinition& status, const Profile& profile)
    : set_(set), courses_(courses), status_(status), entry_(profile) {
  for (const ExitDefinition& exit : status.exits) clocks_.push_back(set.mix(exit.after, profile));
  for (const auto& started : status.on_enter) sources_.push_back({.starts = &started});
  for (const DutyDefinition& duty : status.duties) sources_.push_back({.duty = &duty});
  for (Source& source : sources_) read(source);
  for (std::size_t one = 0; one < sources_.size(); ++one) {
    exclusive_.emplace_back();
    for (std::size_t other = 0; other < sources_.size(); ++other) {
      exclusive_.back().push_back(exclude_each_other(one, other));
    }
  }
  make_grid();
  kind(profile);
}

void Stay::read(Source& source) {
  if (source.duty == nullptr) return;
  const DutyDefinition& duty = *source.duty;
  source.starts = &duty.procedure;
  source.first = set_.mix(duty.first, entry_);
  if (duty.every) source.every = set_.mix(*duty.every, entry_);
  source.inert = source.first.is_certain() && (!duty.every || source.every.is_certain()) && is_inert(duty);
  source.ahead = set_.days(duty.ahead, entry_);
  if (duty.until) source.until = set_.days(*duty.until, entry_);
  source.held_by_end = true;
  for (const ProcedureDefinition& procedure : set_.rules.procedures) {
    for (const StepDefinition& step : procedure.steps) {
      if (std::ranges::find(step.holds, duty.name) != step.holds.end()) source.held_by_end = false;
    }
  }
  note_other_holders(duty);
  if (!duty.times) return;
  double times = 0.0;
  set_.profiles.each_value(*duty.times, entry_, [&](double weight, double value) { times += weight * value; });
  source.times = std::max(1, static_cast<int>(std::lround(times)));
}

/// Whether nothing that the duty starts bears on the stay, so that it is counted when the stay is known: if it falls
/// due for all, at certain times.
bool Stay::is_inert(const DutyDefinition& duty) const {
  if (!duty.when.empty()) return false;
  std::set<std::string> started;
  for_each_value(duty.procedure, [&](const Sourced<std::string>& procedure) {
    started.merge(procedures_from(set_.rules, procedure.value));
  });
  return std::ranges::none_of(started, [&](const std::string& name) {
    const ProcedureDefinition& procedure = *find_named(set_.rules.procedures, name);
    return std::ranges::any_of(procedure.steps, [&](const StepDefinition& step) {
      return step.become || std::ranges::any_of(step.set, [&](const Assignment& set) {
               return set_.profiles.trait(set.trait).slot >= 0;
             });
    });
  });
}

bool Stay::keeps_from_starting(const Source& source, const Source& other) const {
  if (other.duty == nullptr || other.duty->when.empty()) return false;
  bool keeps = false;
  for_each_value(*source.starts, [&](const Sourced<std::string>& started) {
    for (const std::string& name : procedures_from(set_.rules, started.value)) {
      for (const StepDefinition& step : find_named(set_.rules.procedures, name)->steps) {
        keeps =
            keeps || std::ranges::any_of(step.set, [&](const Assignment& set) {
              return std::ranges::any_of(other.duty->when, [&](const Clause& clause) {
                return clause.trait == set.trait && std::ranges::find(clause.values, set.value) == clause.values.end();
              });
            });
      }
    }
  });
  return keeps;
}

bool Stay::exclude_each_other(std::size_t one, std::size_t other) const {
  return one != other && keeps_from_starting(sources_[one], sources_[other]) &&
         keeps_from_starting(sources_[other], sources_[one]);
}

/// Procedures of the status that meet the duty though it has not started them.
void Stay::note_other_holders(const DutyDefinition& duty) {
  std::set<std::string> own;
  for_each_value(duty.procedure, [&](const Sourced<std::string>& procedure) {
    own.merge(procedures_from(set_.rules, procedure.value));
  });
  for (const std::string& name : procedures_of(set_.rules, status_)) {
    if (own.contains(name)) continue;
    for (const StepDefinition& step : find_named(set_.rules.procedures, name)->steps) {
      if (std::ranges::find(step.holds, duty.name) == step.holds.end()) continue;
      set_.approximations.insert(Approximation::held_elsewhere);
    }
  }
}

std::size_t Stay::kind(const Profile& profile) {
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    if (kinds_[k].profile == profile) return k;
  }
  Kind kind{.profile = profile,
            .mass = 0.0,
            .speeds = {},
            .groups = {},
            .begins = std::vector<std::vector<Begin>>(sources_.size()),
            .history = std::vector<double>(now_, 0.0),
            .ways_out = std::vector<std::vector<WayOut>>(status_.exits.size())};
  for (const ExitDefinition& exit : status_.exits) kind.speeds.push_back(speed(exit, profile));
  if (!kinds_.empty() && kind.speeds != kinds_.front().speeds) {
    set_.approximations.insert(Approximation::changing_clocks);
  }
  for (const Source& source : sources_) {
    kind.groups.push_back(source.duty == nullptr || set_.profiles.chance(source.duty->when, profile) > 0.5);
  }
  kinds_.push_back(std::move(kind));
  return kinds_.size() - 1;
}

/// Of an exit's clock; 0 while its condition does not hold.
double Stay::speed(const ExitDefinition& exit, const Profile& profile) const {
  for (const SpeedFactor& factor : exit.speed) {
    if (set_.profiles.trait(factor.trait).flag && factor.factor.value != 1.0) {
      set_.approximations.insert(Approximation::flags);
    }
  }
  for (const Clause& clause : exit.when) {
    if (set_.profiles.trait(clause.trait).flag) set_.approximations.insert(Approximation::flags);
  }
  double speed = set_.profiles.chance(exit.when, profile);
  for (const SpeedFactor& factor : exit.speed) {
    const std::vector<double> chances = set_.profiles.chances(factor.trait, profile);
    speed *= 1.0 + (1.0 - chances.front()) * (factor.factor.value - 1.0);
  }
  return speed;
}

Spell Stay::follow() {
  kinds_.front().mass = 1.0;
  for (std::size_t s = 0; s < sources_.size(); ++s) {
    if (sources_[s].duty != nullptr && !sources_[s].inert && kinds_.front().groups[s])
      plan(s, 0.0, 0.0, 0, 1.0, 0, sources_[s].first);
  }
  for (std::size_t s = 0; s < sources_.size(); ++s) {
    if (sources_[s].duty == nullptr) start(s, 0.0, 0.0, 0, 1.0, 1.0, 0);
  }
  for (now_ = 0; now_ < grid_.size(); ++now_) {
    if (now_ > 0) pass_cell();
    for (Source& source : sources_) source.on_reaching.push_back(source.going);
    handle_pending();
    for (std::size_t e = 0; e < clocks_.size(); ++e) jump(e);
    start_due();
    note_history();
    if (left() < kNothing) break;
  }
  find_decay();
  start_inert();
  count_begun();
  return result();
}

double Stay::left() const {
  double sum = 0.0;
  for (const Kind& kind : kinds_) sum += kind.mass;
  return sum;
}

/// Those of whom the `when` of the source holds.
double Stay::group(std::size_t source) const {
  double sum = 0.0;
  for (const Kind& kind : kinds_) sum += kind.groups[source] ? kind.mass : 0.0;
  return sum;
}

Spell Stay::result() {
  Spell spell;
  spell.days = days_;
  spell.square_days = square_days_;
  spell.stays = left();
  spell.ways = std::move(ways_);
  if (spell.stays < 1e-3) {
    // What the grid's end cut off goes the ways of the others.
    for (Leaving& way : spell.ways) way.share /= 1.0 - spell.stays;
    spell.days /= 1.0 - spell.stays;
    spell.square_days /= 1.0 - spell.stays;
    spell.stays = 0.0;
  }
  spell.use = steps_used();
  return spell;
}

Spell spell_of(const RuleSet& set, Courses& courses, const StatusDefinition& status, const Profile& profile) {
  return Stay(set, courses, status, profile).follow();
}

}  // namespace sagsflow

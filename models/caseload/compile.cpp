#include "models/caseload/compile.h"

#include <algorithm>
#include <set>

#include "models/process/opening_hours.h"

namespace sagsflow {
namespace {

bool same_law(const DurationLaw& a, const DurationLaw& b) {
  return a.shape == b.shape && a.mean == b.mean && a.sd == b.sd && a.stages == b.stages &&
         a.shape_parameter == b.shape_parameter && a.points == b.points && a.weights == b.weights &&
         std::ranges::equal(a.parts, b.parts, same_law);
}

bool same_rate(const ArrivalDefinition& a, const ArrivalDefinition& b) {
  const auto rate = [](const ArrivalDefinition& arrival) {
    return arrival.rate ? arrival.rate->value.count / static_cast<double>(arrival.rate->value.per.count()) : 0.0;
  };
  return rate(a) == rate(b) && a.every.has_value() == b.every.has_value() &&
         (!a.every || same_law(a.every->value, b.every->value)) && a.season == b.season && a.batch == b.batch &&
         a.geometric_batch_mean == b.geometric_batch_mean;
}

/// Citizens of an arrival whose times differ from the baseline's are not the same people.
void mark_unpaired(const Model& model, CompiledModel& compiled) {
  const auto find = [](const Definitions& definitions, const std::string& name) -> const ArrivalDefinition* {
    const auto found = std::ranges::find(definitions.arrivals, name, &ArrivalDefinition::name);
    return found == definitions.arrivals.end() ? nullptr : &*found;
  };
  for (std::size_t i = 0; i < compiled.catalogue.arrivals.size(); ++i) {
    const std::string& name = compiled.catalogue.arrivals[i].name;
    const ArrivalDefinition* baseline = find(model.arms.front().versions.front().definitions, name);
    for (std::size_t arm = 0; arm < compiled.arms.size(); ++arm) {
      const ArrivalDefinition* other = find(model.arms[arm].versions.front().definitions, name);
      compiled.arms[arm].arrivals[i].paired = baseline != nullptr && other != nullptr && same_rate(*baseline, *other);
    }
  }
}

CompiledArm compile_arm(const Definitions& definitions, const CompiledModel& model) {
  CompiledArm arm;
  RuleWriter writer(model.catalogue, arm.rules);
  compile_statuses(definitions, writer);
  compile_procedures(definitions, writer);
  compile_capacity(definitions, model.begin, model.end, writer, arm);
  compile_entries(definitions, writer, arm);
  for (const auto& [from, share] : definitions.refund.after) {
    arm.refund.from.push_back(from);
    arm.refund.share.push_back(share.value);
  }
  return arm;
}

/// Whether a choice goes by anything but `per`.
template <class T>
bool goes_by_other(const Choice<T>& choice, const std::string& per) {
  if (choice.is_value()) return false;
  const auto inner = [&](const auto& named) { return goes_by_other(named.second, per); };
  return choice.by != per || std::ranges::any_of(choice.cases, inner) ||
         (choice.otherwise && goes_by_other(*choice.otherwise, per));
}

/// Capacity is everyone's, or that of the citizens with one value of `per`: no other attribute can choose it.
std::string capacity_by_other(const Definitions& rules) {
  for (const PoolDefinition& pool : rules.pools) {
    if (goes_by_other(pool.staff, pool.per)) return "pool." + pool.name + ": staff can only go by its `per`";
  }
  for (const MeetingDefinition& meeting : rules.meetings) {
    const std::string path = "meeting." + meeting.name;
    if (goes_by_other(meeting.every, meeting.per)) return path + ": sessions can only go by its `per`";
    if (meeting.agenda && goes_by_other(*meeting.agenda, meeting.per))
      return path + ": agenda can only go by its `per`";
    for (const PoolDefinition& pool : rules.pools) {
      const bool member = meeting.per_case.contains(pool.name) || meeting.per_session.contains(pool.name);
      if (!member || pool.per.empty() || pool.per == meeting.per) continue;
      return path + ": pool \"" + pool.name + "\" is separate for each value of \"" + pool.per +
             "\", the meeting is not";
    }
  }
  return {};
}

/// What the language can say and the engine cannot yet do: a refusal is better than a wrong answer.
std::string unsupported(const Model& model) {
  if (!model.run.precision.empty()) return "run.precision: replications are not added yet; say how many";
  for (const ArmDefinition& arm : model.arms) {
    if (arm.versions.size() > 1) return "arm \"" + arm.name + "\": trials with `from` or `when` are not simulated yet";
    const Definitions& rules = arm.versions.front().definitions;
    if (!rules.stocks.empty()) return "stock." + rules.stocks.front().name + ": stocks are not simulated yet";
    if (rules.refund.within) return "refund: `within` is not simulated yet";
    if (std::string reason = capacity_by_other(rules); !reason.empty()) return reason;
    const auto accumulated = [](const Choice<Clock>& clock) {
      bool found = false;
      for_each_value(clock, [&](const Sourced<Clock>& value) { found = found || value.value.accumulated; });
      return found;
    };
    for (const StatusDefinition& status : rules.statuses) {
      for (const ExitDefinition& exit : status.exits) {
        if (accumulated(exit.after)) {
          return "status." + status.name + ".exit." + exit.name + ": accumulated clocks are not simulated yet";
        }
      }
      for (const DutyDefinition& duty : status.duties) {
        if (accumulated(duty.first) || (duty.every && accumulated(*duty.every)) || duty.series_continue) {
          return "status." + status.name + ".duty." + duty.name +
                 ": accumulated clocks and series that continue are not simulated yet";
        }
      }
    }
    for (const ProcedureDefinition& procedure : rules.procedures) {
      for (const StepDefinition& step : procedure.steps) {
        if (!step.work.also.empty()) {
          return "procedure." + procedure.name + ".step." + step.name + ": joint work is not simulated yet";
        }
      }
    }
  }
  return {};
}

void collect_read_traits(const Choice<Shares>& shares, std::set<std::string>& names) {
  if (shares.is_value()) return;
  names.insert(shares.by);
  for (const auto& [value, inner] : shares.cases) collect_read_traits(inner, names);
  if (shares.otherwise) collect_read_traits(*shares.otherwise, names);
}

/// The attributes so that each comes after those its shares go by; there is no circle among them.
std::vector<std::uint32_t> draw_order(const Definitions& definitions, const Catalogue& catalogue) {
  std::vector<std::uint32_t> order;
  std::set<std::string> done;
  for (bool more = true; more;) {
    more = false;
    for (const TraitDefinition& trait : definitions.traits) {
      if (trait.kind != TraitDefinition::Kind::attribute) {
        done.insert(trait.name);
        continue;
      }
      std::set<std::string> needed;
      collect_read_traits(trait.drawn, needed);
      if (done.contains(trait.name) || !std::ranges::includes(done, needed)) continue;
      done.insert(trait.name);
      order.push_back(catalogue.trait(trait.name));
      more = true;
    }
  }
  return order;
}

}  // namespace

void compile_entries(const Definitions& definitions, RuleWriter& writer, CompiledArm& arm) {
  const Catalogue& catalogue = writer.catalogue;
  arm.traits.resize(catalogue.traits.size());
  for (const TraitDefinition& definition : definitions.traits) {
    if (definition.kind != TraitDefinition::Kind::attribute) continue;
    const std::uint32_t number = catalogue.trait(definition.name);
    arm.traits[number].key = catalogue.traits[number].key;
    arm.traits[number].drawn = writer.trait_values(number, definition.drawn);
  }
  arm.draw_order = draw_order(definitions, catalogue);
  arm.arrivals.resize(catalogue.arrivals.size());
  for (const ArrivalDefinition& definition : definitions.arrivals) {
    const auto found = std::ranges::find(catalogue.arrivals, definition.name, &Catalogue::Named::name);
    CompiledArrival& arrival = arm.arrivals[static_cast<std::size_t>(found - catalogue.arrivals.begin())];
    arrival.present = true;
    arrival.key = found->key;
    arrival.status = writer.statuses(definition.status);
    if (definition.rate) {
      const Rate& rate = definition.rate->value;
      arrival.rate = ArrivalRate{{}, rate.count / static_cast<double>(rate.per.count()), definition.season};
    }
    if (definition.every) arrival.every = writer.rules.durations.add(definition.every->value);
    arrival.batch = definition.batch;
    arrival.geometric_batch_mean = definition.geometric_batch_mean;
    arrival.set = writer.assignments(definition.set);
  }
}

std::expected<CompiledModel, std::string> compile(const Model& model) {
  if (std::string reason = unsupported(model); !reason.empty()) return std::unexpected(std::move(reason));
  CompiledModel compiled;
  compiled.catalogue = make_catalogue(model);
  const KeyCollision collision = find_collision(compiled.catalogue);
  if (!collision.first.empty()) {
    return std::unexpected(collision.first + " and " + collision.second +
                           " would share their chance (their keys are equal): rename one of them");
  }
  compiled.seed = model.run.seed;
  compiled.ages = model.run.ages;
  std::ranges::sort(compiled.ages);
  compiled.opens = model.run.start;
  compiled.begin = model.run.start - model.run.warm_up;
  compiled.closes = model.run.start + model.run.length;
  compiled.end = compiled.closes + model.run.run_out;
  for (const ArmDefinition& arm : model.arms) {
    compiled.arms.push_back(compile_arm(arm.versions.front().definitions, compiled));
  }
  for (const CalendarDefinition& calendar : model.arms.front().versions.front().definitions.calendars) {
    if (calendar.name != model.run.calendar) continue;
    compiled.working_days = opening_hours(calendar, compiled.begin, compiled.end + 2 * kYear);
  }
  mark_unpaired(model, compiled);
  return compiled;
}

}  // namespace sagsflow

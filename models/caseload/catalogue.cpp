#include "models/caseload/catalogue.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <set>

#include "sim/random/chance.h"

namespace sagsflow {
namespace {

using Names = std::set<std::string>;

/// Calls `look` with every set of rules of the model.
template <class Look>
void for_each_definitions(const Model& model, Look look) {
  for (const ArmDefinition& arm : model.arms) {
    for (const Version& version : arm.versions) look(version.definitions);
  }
}

void collect_targets(const Choice<Shares>& route, Names& names) {
  for_each_value(route, [&](const Sourced<Shares>& shares) {
    for (const Share& share : shares.value) names.insert(share.target);
  });
}

template <class T>
T named(std::string name, std::string path) {
  T object;
  object.key = place_key(path);
  object.name = std::move(name);
  object.path = std::move(path);
  return object;
}

template <class List>
std::uint32_t index_of(const List& list, std::string_view name, Catalogue::Range range) {
  const auto begin = list.begin() + range.first, end = begin + range.count;
  const auto found =
      std::lower_bound(begin, end, name, [](const auto& item, auto wanted) { return item.name < wanted; });
  assert(found != end && found->name == name);
  return static_cast<std::uint32_t>(found - list.begin());
}

template <class List>
std::uint32_t index_of(const List& list, std::string_view name) {
  return index_of(list, name, {0, static_cast<std::uint32_t>(list.size())});
}

template <class List>
std::uint32_t size_of(const List& list) {
  return static_cast<std::uint32_t>(list.size());
}

void add_traits(const Model& model, Catalogue& catalogue) {
  std::map<std::string, Catalogue::Trait> traits;
  for_each_definitions(model, [&](const Definitions& rules) {
    for (const TraitDefinition& definition : rules.traits) {
      const std::string path = "attribute." + definition.name;
      auto& trait = traits.try_emplace(definition.name, named<Catalogue::Trait>(definition.name, path)).first->second;
      trait.kind = definition.kind;
      for (const Share& value : definition.values) {
        if (std::ranges::find(trait.values, value.target) != trait.values.end()) continue;
        trait.values.push_back(value.target);
        trait.value_keys.push_back(place_key(path + "." + value.target));
      }
    }
  });
  for (auto& [name, trait] : traits) catalogue.traits.push_back(std::move(trait));
}

void add_statuses(const Model& model, Catalogue& catalogue) {
  std::map<std::string, std::pair<Names, Names>> statuses;  // exits and duties of each
  Names duty_names;
  std::set<const StatusDefinition*> seen;
  for_each_definitions(model, [&](const Definitions& rules) {
    for (const StatusDefinition& status : rules.statuses) {
      if (!seen.insert(&status).second) continue;
      auto& [exits, duties] = statuses[status.name];
      for (const ExitDefinition& exit : status.exits) exits.insert(exit.name);
      for (const DutyDefinition& duty : status.duties) duties.insert(duty.name);
      duty_names.insert(duties.begin(), duties.end());
    }
  });
  catalogue.duty_names.assign(duty_names.begin(), duty_names.end());
  for (const auto& [name, parts] : statuses) {
    const std::uint32_t index = size_of(catalogue.statuses);
    auto status = named<Catalogue::Status>(name, "status." + name);
    status.exits = {size_of(catalogue.exits), size_of(parts.first)};
    for (const std::string& exit : parts.first) {
      catalogue.exits.push_back(named<Catalogue::Exit>(exit, status.path + ".exit." + exit));
      catalogue.exits.back().status = index;
    }
    status.duties = {size_of(catalogue.duties), size_of(parts.second)};
    for (const std::string& duty : parts.second) {
      catalogue.duties.push_back(named<Catalogue::Duty>(duty, status.path + ".duty." + duty));
      catalogue.duties.back().status = index;
      catalogue.duties.back().name_id = catalogue.duty_name(duty);
    }
    catalogue.statuses.push_back(std::move(status));
  }
}

/// A step as it is in any set of rules.
struct AnyStep {
  Names ways;
  Catalogue::Step named;

  void add(const StepDefinition& step) {
    collect_targets(step.next, ways);
    named.takes_time = named.takes_time || step.kind != StepKind::branch;
    named.is_work = named.is_work || step.kind == StepKind::work;
    named.may_be_given_up = named.may_be_given_up || step.patience;
    named.has_deadline = named.has_deadline || step.deadline;
    named.has_fee = named.has_fee || step.fee;
  }
};

void add_procedures(const Model& model, Catalogue& catalogue) {
  std::map<std::string, std::map<std::string, AnyStep>> procedures;
  std::set<const ProcedureDefinition*> seen;
  for_each_definitions(model, [&](const Definitions& rules) {
    for (const ProcedureDefinition& procedure : rules.procedures) {
      if (!seen.insert(&procedure).second) continue;
      auto& steps = procedures[procedure.name];
      for (const StepDefinition& step : procedure.steps) steps[step.name].add(step);
    }
  });
  for (const auto& [name, steps] : procedures) {
    const std::uint32_t index = size_of(catalogue.procedures);
    auto procedure = named<Catalogue::Procedure>(name, "procedure." + name);
    procedure.steps = {size_of(catalogue.steps), size_of(steps)};
    for (const auto& [step_name, any] : steps) {
      Catalogue::Step step = any.named;
      static_cast<Catalogue::Named&>(step) = named<Catalogue::Named>(step_name, procedure.path + ".step." + step_name);
      step.procedure = index;
      step.ways.assign(any.ways.begin(), any.ways.end());
      step.way_counters = {catalogue.way_counters, size_of(step.ways)};
      catalogue.way_counters += size_of(step.ways);
      catalogue.steps.push_back(std::move(step));
    }
    catalogue.procedures.push_back(std::move(procedure));
  }
}

/// Pools or meetings: `list_of` gives a rule set's.
template <class ListOf>
std::vector<Catalogue::Shared> shared_of(const Model& model, const Catalogue& catalogue, const std::string& kind,
                                         ListOf list_of, std::uint32_t& parts) {
  std::map<std::string, std::string> per;
  for_each_definitions(model, [&](const Definitions& rules) {
    for (const auto& definition : list_of(rules)) {
      std::string& attribute = per[definition.name];
      if (attribute.empty()) attribute = definition.per;
    }
  });
  std::vector<Catalogue::Shared> list;
  for (const auto& [name, attribute] : per) {
    auto shared = named<Catalogue::Shared>(name, kind + "." + name);
    if (!attribute.empty()) shared.per = static_cast<std::int32_t>(catalogue.trait(attribute));
    const auto count = attribute.empty() ? 1U : size_of(catalogue.traits[static_cast<std::size_t>(shared.per)].values);
    shared.parts = {parts, count};
    parts += count;
    list.push_back(std::move(shared));
  }
  return list;
}

}  // namespace

Catalogue make_catalogue(const Model& model) {
  Catalogue catalogue;
  add_traits(model, catalogue);
  Names arrivals, stocks;
  for_each_definitions(model, [&](const Definitions& rules) {
    for (const ArrivalDefinition& arrival : rules.arrivals) arrivals.insert(arrival.name);
    for (const StockDefinition& stock : rules.stocks) stocks.insert(stock.name);
  });
  for (const std::string& name : arrivals) {
    catalogue.arrivals.push_back(named<Catalogue::Named>(name, "arrival." + name));
  }
  for (const std::string& name : stocks) catalogue.stocks.push_back(named<Catalogue::Named>(name, "stock." + name));
  add_statuses(model, catalogue);
  add_procedures(model, catalogue);
  const auto pools = [](const Definitions& rules) -> const auto& { return rules.pools; };
  const auto meetings = [](const Definitions& rules) -> const auto& { return rules.meetings; };
  catalogue.pools = shared_of(model, catalogue, "pool", pools, catalogue.pool_parts);
  catalogue.meetings = shared_of(model, catalogue, "meeting", meetings, catalogue.meeting_parts);
  return catalogue;
}

std::uint32_t Catalogue::trait(std::string_view name) const {
  return index_of(traits, name);
}
std::uint32_t Catalogue::status(std::string_view name) const {
  return index_of(statuses, name);
}
std::uint32_t Catalogue::procedure(std::string_view name) const {
  return index_of(procedures, name);
}
std::uint32_t Catalogue::pool(std::string_view name) const {
  return index_of(pools, name);
}
std::uint32_t Catalogue::meeting(std::string_view name) const {
  return index_of(meetings, name);
}

std::uint32_t Catalogue::step(std::uint32_t procedure, std::string_view name) const {
  return index_of(steps, name, procedures[procedure].steps);
}

std::uint32_t Catalogue::duty_name(std::string_view name) const {
  const auto found = std::ranges::lower_bound(duty_names, name);
  assert(found != duty_names.end() && *found == name);
  return static_cast<std::uint32_t>(found - duty_names.begin());
}

std::uint8_t Catalogue::trait_value(std::uint32_t trait, std::string_view value) const {
  const auto& values = traits[trait].values;
  const auto found = std::ranges::find(values, value);
  assert(found != values.end());
  return static_cast<std::uint8_t>(found - values.begin());
}

KeyCollision find_collision(const Catalogue& catalogue) {
  std::map<std::uint64_t, std::string> seen;
  KeyCollision collision;
  const auto look = [&](const auto& list) {
    for (const auto& object : list) {
      const auto [at, fresh] = seen.try_emplace(object.key, object.path);
      if (!fresh) collision = {at->second, object.path};
    }
  };
  look(catalogue.traits);
  look(catalogue.arrivals);
  look(catalogue.stocks);
  look(catalogue.statuses);
  look(catalogue.exits);
  look(catalogue.duties);
  look(catalogue.procedures);
  look(catalogue.steps);
  look(catalogue.pools);
  look(catalogue.meetings);
  return collision;
}

}  // namespace sagsflow

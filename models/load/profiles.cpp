#include "models/load/profiles.h"

#include <algorithm>

namespace sagsflow {
namespace {

TraitReads reads_of(const Definitions& rules) {
  TraitReads reads;
  const auto add = [&](const TraitReads& some) {
    reads.flows.insert(some.flows.begin(), some.flows.end());
    reads.capacity.insert(some.capacity.begin(), some.capacity.end());
  };
  for (const StatusDefinition& status : rules.statuses) add(reads_of(status));
  for (const ProcedureDefinition& procedure : rules.procedures) add(reads_of(procedure));
  for (const ArrivalDefinition& arrival : rules.arrivals) add_reads(arrival.status, reads.flows);
  for (const PoolDefinition& pool : rules.pools) reads.capacity.insert(pool.per);
  for (const MeetingDefinition& meeting : rules.meetings) reads.capacity.insert(meeting.per);
  reads.capacity.erase("");
  return reads;
}

}  // namespace

Profile laid_over(const Profile& under, const Profile& over) {
  Profile result = under;
  for (std::size_t i = 0; i < over.size(); ++i) {
    if (over[i] != kAny) result[i] = over[i];
  }
  return result;
}

Profiles::Profiles(const ArmDefinition& arm, std::size_t most_profiles) {
  for (const Version& version : arm.versions) add_traits(version.definitions);
  choose_slots(arm, most_profiles);
}

void Profiles::add_traits(const Definitions& rules) {
  for (const TraitDefinition* definition : drawing_order(rules)) {
    Trait trait;
    for (const Share& value : definition->values) trait.values.push_back(value.target);
    trait.shares.assign(trait.values.size(), 0.0);
    trait.flag = definition->kind == TraitDefinition::Kind::flag;
    if (definition->kind == TraitDefinition::Kind::attribute) {
      each_value(definition->drawn, {}, [&](double weight, const Shares& shares) {
        for (const Share& share : shares) {
          const auto at = std::ranges::find(trait.values, share.target);
          trait.shares[static_cast<std::size_t>(at - trait.values.begin())] += weight * share.share;
        }
      });
    } else {
      trait.shares.front() = 1.0;
    }
    traits_[definition->name] = std::move(trait);
  }
}

void Profiles::choose_slots(const ArmDefinition& arm, std::size_t most_profiles) {
  std::set<std::string> flows, capacity, set, drawn_together;
  for (const Version& version : arm.versions) {
    const TraitReads reads = reads_of(version.definitions);
    flows.insert(reads.flows.begin(), reads.flows.end());
    capacity.insert(reads.capacity.begin(), reads.capacity.end());
    set.merge(traits_set(version.definitions));
    for (const Clause& clause : version.when) flows.insert(clause.trait);
    for (const TraitDefinition& trait : version.definitions.traits) {
      if (trait.kind != TraitDefinition::Kind::attribute || trait.drawn.is_value()) continue;
      drawn_together.insert(trait.name);
      add_reads(trait.drawn, drawn_together);
    }
  }
  std::set<std::string> wanted = flows;
  for (const std::string& name : capacity) {
    if (set.contains(name) || drawn_together.contains(name)) wanted.insert(name);
  }
  std::size_t combinations = 1;
  for (const std::string& name : wanted) {
    const auto found = traits_.find(name);
    if (found == traits_.end() || found->second.flag) continue;
    if (combinations * found->second.values.size() > most_profiles) {
      averaged_.push_back(name);
      continue;
    }
    combinations *= found->second.values.size();
    found->second.slot = static_cast<int>(slots_.size());
    slots_.push_back(name);
  }
}

std::vector<double> Profiles::chances(const std::string& name, const Profile& profile) const {
  const Trait& trait = traits_.at(name);
  if (trait.slot < 0 || profile.empty() || profile[static_cast<std::size_t>(trait.slot)] == kAny) return trait.shares;
  std::vector<double> chances(trait.values.size(), 0.0);
  chances[static_cast<std::size_t>(profile[static_cast<std::size_t>(trait.slot)])] = 1.0;
  return chances;
}

double Profiles::chance(const Condition& condition, const Profile& profile) const {
  double chance = 1.0;
  for (const Clause& clause : condition) {
    const Trait& trait = traits_.at(clause.trait);
    const std::vector<double> of_values = chances(clause.trait, profile);
    double sum = 0.0;
    for (std::size_t v = 0; v < of_values.size(); ++v) {
      if (std::ranges::find(clause.values, trait.values[v]) != clause.values.end()) sum += of_values[v];
    }
    chance *= sum;
  }
  return chance;
}

void Profiles::set(const std::vector<Assignment>& assignments, Profile& profile) const {
  for (const Assignment& assignment : assignments) {
    const Trait& trait = traits_.at(assignment.trait);
    const auto at = std::ranges::find(trait.values, assignment.value);
    if (trait.slot < 0 || at == trait.values.end()) continue;
    profile[static_cast<std::size_t>(trait.slot)] = static_cast<std::int16_t>(at - trait.values.begin());
  }
}

Profile Profiles::narrowed(const Profile& profile, const std::set<int>& slots) const {
  Profile result(profile.size(), kAny);
  for (const int slot : slots) result[static_cast<std::size_t>(slot)] = profile[static_cast<std::size_t>(slot)];
  return result;
}

std::set<int> Profiles::slots_of(const std::set<std::string>& traits) const {
  std::set<int> slots;
  for (const std::string& name : traits) {
    const auto found = traits_.find(name);
    if (found != traits_.end() && found->second.slot >= 0) slots.insert(found->second.slot);
  }
  return slots;
}

void Profiles::draw(const Definitions& rules, const std::vector<const TraitDefinition*>& order, std::size_t next,
                    const Profile& profile, double share, std::map<Profile, double>& into) const {
  if (next == order.size()) {
    into[profile] += share;
    return;
  }
  const Trait& trait = traits_.at(order[next]->name);
  if (trait.slot < 0) return draw(rules, order, next + 1, profile, share, into);
  std::vector<double> chances = trait.shares;
  if (order[next]->kind == TraitDefinition::Kind::attribute) {
    std::ranges::fill(chances, 0.0);
    each_value(order[next]->drawn, profile, [&](double weight, const Shares& shares) {
      for (const Share& one : shares) {
        const auto at = std::ranges::find(trait.values, one.target);
        chances[static_cast<std::size_t>(at - trait.values.begin())] += weight * one.share;
      }
    });
  }
  for (std::size_t v = 0; v < chances.size(); ++v) {
    if (chances[v] <= 0.0) continue;
    Profile drawn = profile;
    drawn[static_cast<std::size_t>(trait.slot)] = static_cast<std::int16_t>(v);
    draw(rules, order, next + 1, drawn, share * chances[v], into);
  }
}

std::map<Profile, double> Profiles::drawn(const Definitions& rules) const {
  std::map<Profile, double> drawn;
  draw(rules, drawing_order(rules), 0, Profile(slots_.size(), kAny), 1.0, drawn);
  return drawn;
}

std::map<Profile, double> Profiles::arriving(const std::map<Profile, double>& drawn,
                                             const std::vector<Assignment>& set) const {
  if (set.empty()) return drawn;
  std::map<Profile, double> arriving;
  for (const auto& [profile, share] : drawn) {
    Profile after = profile;
    this->set(set, after);
    arriving[after] += share;
  }
  return arriving;
}

}  // namespace sagsflow

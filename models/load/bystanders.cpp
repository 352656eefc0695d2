#include "models/load/bystanders.h"

#include <algorithm>
#include <map>

#include "models/load/foresight.h"

namespace sagsflow {
namespace {

/// As long, and led the same ways but for what bystanders say.
bool lead_alike(const Spell& one, const Spell& other, const std::set<int>& bystanders) {
  const auto same_way = [&](const Leaving& a, const Leaving& b) {
    if (a.status != b.status || a.share != b.share) return false;
    for (std::size_t slot = 0; slot < a.profile.size(); ++slot) {
      if (a.profile[slot] != b.profile[slot] && !bystanders.contains(static_cast<int>(slot))) return false;
    }
    return true;
  };
  return one.days == other.days && one.square_days == other.square_days && one.stays == other.stays &&
         std::ranges::equal(one.ways, other.ways, same_way);
}

}  // namespace

std::set<int> possible_bystanders(const ArmDefinition& arm, const std::vector<RuleSet>& sets) {
  std::set<std::string> told;
  for (const RuleSet& set : sets) {
    told.merge(traits_set(set.rules));
    for (const ArrivalDefinition& arrival : set.rules.arrivals) add_reads(arrival.status, told);
    for (const TraitDefinition& trait : set.rules.traits) {
      if (trait.kind == TraitDefinition::Kind::attribute && trait.drawn.is_value()) continue;
      told.insert(trait.name);
      add_reads(trait.drawn, told);
    }
  }
  std::set<std::string> apart;
  for (const TraitDefinition& trait : sets.back().rules.traits) {
    if (!told.contains(trait.name)) apart.insert(trait.name);
  }
  std::set<int> slots = sets.back().profiles.slots_of(apart);
  for (const int slot : slots_everywhere(arm, sets)) slots.erase(slot);
  return slots;
}

Variants variants_of(const Profiles& profiles, const Profile& profile, const std::set<int>& open) {
  Variants variants{{1.0, profile}};
  for (const int slot : open) {
    const std::vector<double>& shares = profiles.of_slot(slot).shares;
    Variants more;
    for (const Variant& variant : variants) {
      for (std::size_t value = 0; value < shares.size(); ++value) {
        if (shares[value] <= 0.0) continue;
        more.push_back({variant.share * shares[value], variant.profile});
        more.back().profile[static_cast<std::size_t>(slot)] = static_cast<std::int16_t>(value);
      }
    }
    variants = std::move(more);
  }
  return variants;
}

std::set<int> telling_slots(const Variants& variants, const std::set<int>& open) {
  std::set<int> telling;
  const auto leads_as_the_first = [&](const Variant& one) { return lead_alike(*one.spell, *variants[0].spell, open); };
  if (std::ranges::all_of(variants, leads_as_the_first)) return telling;
  for (const int slot : open) {
    std::map<Profile, const Spell*> firsts;  ///< of those who differ in nothing else
    for (const Variant& variant : variants) {
      Profile others = variant.profile;
      others[static_cast<std::size_t>(slot)] = kAny;
      const Spell* first = firsts.try_emplace(std::move(others), variant.spell).first->second;
      if (!lead_alike(*first, *variant.spell, open)) telling.insert(slot);
    }
  }
  return telling;
}

}  // namespace sagsflow

#pragma once

#include <set>
#include <vector>

#include "models/load/spell.h"

namespace sagsflow {

/// The slots of attributes that are drawn for themselves, that nothing sets, and that no version, pool or meeting goes
/// by. Whoever has one of their values is everywhere among its like in the share in which it was drawn, as long as the
/// value makes no difference to anybody's way: the network then need not tell them apart.
std::set<int> possible_bystanders(const ArmDefinition& arm, const std::vector<RuleSet>& sets);

/// A stay in a status of those of whom bystanders say the same.
struct Variant {
  double share;
  Profile profile;
  const Spell* spell = nullptr;
};
using Variants = std::vector<Variant>;
/// Of a profile in which these slots are open; whose stays are not worked out yet.
Variants variants_of(const Profiles& profiles, const Profile& profile, const std::set<int>& open);
/// Of the open slots, those by which the stays differ in how long they are, or where they lead.
std::set<int> telling_slots(const Variants& variants, const std::set<int>& open);

}  // namespace sagsflow

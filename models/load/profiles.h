#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/process/model.h"

namespace sagsflow {

/// A kind of citizen: of each trait that the flows go by, the number of its value, or kAny.
using Profile = std::vector<std::int16_t>;
inline constexpr std::int16_t kAny = -1;

/// Where `over` says something, that; else `under`.
Profile laid_over(const Profile& under, const Profile& over);

/// The traits of an arm, and which of them tell citizens apart: those that something in the flows goes by, up to
/// `most_profiles` combinations. The others are averaged over by their shares at entry; flags are taken to be down.
class Profiles {
 public:
  Profiles(const ArmDefinition& arm, std::size_t most_profiles);

  struct Trait {
    std::vector<std::string> values;
    std::vector<double> shares;  ///< at entry, by value
    int slot = -1;               ///< in a profile; -1: averaged over
    bool flag = false;
  };
  const Trait& trait(const std::string& name) const { return traits_.at(name); }
  const Trait& of_slot(int slot) const { return traits_.at(slots_[static_cast<std::size_t>(slot)]); }
  std::size_t slots() const { return slots_.size(); }
  const std::vector<std::string>& averaged() const { return averaged_; }

  /// Of each value of the trait, the probability that a citizen of this profile has it.
  std::vector<double> chances(const std::string& trait, const Profile& profile) const;
  double chance(const Condition& condition, const Profile& profile) const;
  void set(const std::vector<Assignment>& assignments, Profile& profile) const;
  /// Only what these slots say.
  Profile narrowed(const Profile& profile, const std::set<int>& slots) const;
  std::set<int> slots_of(const std::set<std::string>& traits) const;

  /// Calls visit(weight, value) for what the choice may come to; weights sum to `weight`.
  template <class T, class Visit>
  void each_value(const Choice<T>& choice, const Profile& profile, const Visit& visit, double weight = 1.0) const {
    if (choice.is_value()) return visit(weight, choice.value.value);
    const Trait& trait = traits_.at(choice.by);
    const std::vector<double> chances = this->chances(choice.by, profile);
    for (std::size_t v = 0; v < chances.size(); ++v) {
      if (chances[v] <= 0.0) continue;
      const Choice<T>* chosen = choice.otherwise.get();
      for (const auto& [name, inner] : choice.cases) {
        if (name == trait.values[v]) chosen = &inner;
      }
      if (chosen != nullptr) each_value(*chosen, profile, visit, weight * chances[v]);
    }
  }
  template <class T>
  double mean(const Choice<T>& choice, const Profile& profile, double (*of)(const T&)) const {
    double sum = 0.0;
    each_value(choice, profile, [&](double weight, const T& value) { sum += weight * of(value); });
    return sum;
  }

  /// Who comes, by profile, before an arrival has set anything; the shares sum to 1.
  std::map<Profile, double> drawn(const Definitions& rules) const;
  /// Those, when these are set.
  std::map<Profile, double> arriving(const std::map<Profile, double>& drawn, const std::vector<Assignment>& set) const;

 private:
  void add_traits(const Definitions& rules);
  void choose_slots(const ArmDefinition& arm, std::size_t most_profiles);
  void draw(const Definitions& rules, const std::vector<const TraitDefinition*>& order, std::size_t next,
            const Profile& profile, double share, std::map<Profile, double>& into) const;

  std::map<std::string, Trait> traits_;
  std::vector<std::string> slots_;  ///< the traits of a profile
  std::vector<std::string> averaged_;
};

/// The traits that a status, its clocks, and all that it may start go by, and those that procedures set.
struct TraitReads {
  std::set<std::string> flows;     ///< decide who goes where, when
  std::set<std::string> capacity;  ///< decide only whose time it takes, and how much
};
template <class T>
void add_reads(const Choice<T>& choice, std::set<std::string>& names) {
  for_each_by(choice, [&](const std::string& name) { names.insert(name); });
}
TraitReads reads_of(const StatusDefinition& status);
TraitReads reads_of(const ProcedureDefinition& procedure);
/// Traits that change after entry, or whose shares differ between arrivals.
std::set<std::string> traits_set(const Definitions& rules);
/// Those by whose values pools and meetings are apart.
std::set<std::string> traits_of_places(const Definitions& rules);
/// The procedures that the status may start, and those that these start.
std::set<std::string> procedures_of(const Definitions& rules, const StatusDefinition& status);
/// A procedure and those that it starts.
std::set<std::string> procedures_from(const Definitions& rules, const std::string& procedure);

}  // namespace sagsflow

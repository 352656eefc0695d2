#include "models/process/combinations.h"

#include <algorithm>
#include <map>

namespace sagsflow {
namespace {

constexpr std::size_t kMostCombinations = 10'000;

/// Whether anything that happens to a citizen sets one of the attributes.
bool is_set(const Definitions& rules, const std::vector<std::string>& attributes) {
  const auto sets = [&](const std::vector<Assignment>& list) {
    return std::ranges::any_of(list,
                               [&](const Assignment& one) { return std::ranges::count(attributes, one.trait) > 0; });
  };
  const auto any_sets = [&](const auto& list) {
    return std::ranges::any_of(list, [&](const auto& one) { return sets(one.set); });
  };
  return any_sets(rules.arrivals) || any_sets(rules.stocks) ||
         std::ranges::any_of(rules.statuses, [&](const auto& status) { return any_sets(status.exits); }) ||
         std::ranges::any_of(rules.procedures, [&](const auto& procedure) { return any_sets(procedure.steps); });
}

/// Goes through what may be drawn, one attribute after another.
class Draws {
 public:
  Draws(const std::vector<const TraitDefinition*>& traits, const std::vector<std::string>& attributes)
      : traits_(traits), attributes_(attributes) {
    from(0, 1.0);
  }
  bool too_many() const { return many_ > kMostCombinations; }
  std::vector<Combination> found() && { return std::move(found_); }

 private:
  void from(std::size_t next, double share) {
    if (next == traits_.size()) return note(share);
    const TraitDefinition& trait = *traits_[next];
    const Shares* shares = chosen(trait.drawn);
    if (shares == nullptr) return;
    for (const Share& one : *shares) {
      if (one.share <= 0.0 || too_many()) continue;
      values_[trait.name] = one.target;
      from(next + 1, share * one.share);
    }
  }
  const Shares* chosen(const Choice<Shares>& choice) const {
    if (choice.is_value()) return &choice.value.value;
    const auto found =
        std::ranges::find(choice.cases, values_.at(choice.by), [](const auto& one) { return one.first; });
    if (found != choice.cases.end()) return chosen(found->second);
    return choice.otherwise ? chosen(*choice.otherwise) : nullptr;
  }
  void note(double share) {
    ++many_;
    std::vector<std::string> values;
    for (const std::string& name : attributes_) values.push_back(values_.at(name));
    const auto [place, is_new] = where_.emplace(values, found_.size());
    if (is_new) found_.push_back({std::move(values), 0.0});
    found_[place->second].share += share;
  }

  const std::vector<const TraitDefinition*>& traits_;
  const std::vector<std::string>& attributes_;
  std::map<std::string, std::string> values_;
  std::map<std::vector<std::string>, std::size_t> where_;
  std::vector<Combination> found_;
  std::size_t many_ = 0;
};

}  // namespace

std::optional<std::vector<Combination>> combinations_of(const Definitions& rules,
                                                        const std::vector<std::string>& attributes) {
  if (is_set(rules, attributes)) return std::nullopt;
  const auto is_known = [&](const std::string& name) { return has_named(rules.traits, name); };
  const std::vector<const TraitDefinition*> traits = drawing_order(rules, attributes);
  const auto is_drawn = [](const TraitDefinition* trait) { return trait->kind == TraitDefinition::Kind::attribute; };
  if (!std::ranges::all_of(attributes, is_known) || !std::ranges::all_of(traits, is_drawn)) return std::nullopt;
  Draws draws(traits, attributes);
  if (draws.too_many()) return std::nullopt;
  return std::move(draws).found();
}

std::optional<std::vector<std::string>> implied_values(const Definitions& rules, const std::string& attribute,
                                                       const std::string& other) {
  const TraitDefinition* trait = find_named(rules.traits, attribute);
  if (trait == nullptr) return std::nullopt;
  std::vector<std::string> implied;
  if (attribute == other) {
    for (const Share& value : trait->values) implied.push_back(value.target);
    return implied;
  }
  const auto combinations = combinations_of(rules, {attribute, other});
  if (!combinations) return std::nullopt;
  for (const Share& value : trait->values) {
    std::string& with = implied.emplace_back();
    for (const Combination& combination : *combinations) {
      if (combination.values[0] != value.target) continue;
      if (!with.empty()) return std::nullopt;
      with = combination.values[1];
    }
  }
  return implied;
}

std::optional<std::string> implied_value(const Definitions& rules, const std::string& attribute,
                                         const std::string& value, const std::string& other) {
  const auto implied = implied_values(rules, attribute, other);
  if (!implied) return std::nullopt;
  const Shares& values = find_named(rules.traits, attribute)->values;
  const auto own = std::ranges::find(values, value, &Share::target);
  if (own == values.end()) return std::nullopt;
  const std::string& found = (*implied)[static_cast<std::size_t>(own - values.begin())];
  return found.empty() ? std::nullopt : std::optional(found);
}

}  // namespace sagsflow

#include "models/load/steps_entered.h"

#include <map>

namespace sagsflow {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

}  // namespace

StepsEntered::StepsEntered(const Network& network, const RuleSet& last) {
  const std::set<int> slots = last.profiles.slots_of(traits_of_places(last.rules));
  std::map<std::pair<const Variants*, Profile>, std::size_t> known;
  for (const Entry& entry : network.entries()) {
    numbers_.push_back(kNone);
    if (entry.variants == nullptr) continue;
    Profile profile = last.profiles.narrowed(entry.profile, slots);
    const auto [found, is_new] = known.try_emplace({entry.variants, profile}, groups_.size());
    if (is_new) groups_.push_back({entry.variants, entry.version, std::move(profile)});
    numbers_.back() = found->second;
  }
}

std::vector<StepRate> StepsEntered::rates(const std::vector<ByAge>& entered) const {
  std::vector<ByAge> sums(groups_.size(), ByAge{});
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (numbers_[i] == kNone) continue;
    for (std::size_t age = 0; age < kAges.size(); ++age) sums[numbers_[i]][age] += entered[i][age];
  }
  std::vector<StepRate> rates;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    for (const Variant& variant : *groups_[g].variants) {
      for (const StepUse& use : variant.spell->use) {
        StepRate rate{use.step, groups_[g].version, laid_over(groups_[g].profile, use.profile)};
        for (std::size_t age = 0; age < kAges.size(); ++age) {
          rate.entered += variant.share * sums[g][age] * use.entered[age];
          rate.passed += variant.share * sums[g][age] * use.passed[age];
        }
        rates.push_back(std::move(rate));
      }
    }
  }
  return rates;
}

}  // namespace sagsflow

#include "models/load/network.h"

#include <algorithm>
#include <array>

#include "models/load/foresight.h"

namespace sagsflow {
namespace {

/// Ways less likely than this are left out.
constexpr double kHardlyEver = 1e-9;
constexpr double kShortestStayInDays = 1e-3;

}  // namespace

double Entry::leaving_rate() const {
  return spell == nullptr ? 0.0 : kDaysInYear / std::max(spell->days, kShortestStayInDays);
}

Network::Network(const ArmDefinition& arm, const std::vector<RuleSet>& sets)
    : arm_(arm),
      sets_(sets),
      slots_(slots_of_stays(sets)),
      ahead_(slots_ahead(arm, sets, slots_)),
      bystanders_(possible_bystanders(arm, sets)) {
  for (const RuleSet& set : sets_) courses_.emplace_back(set);
  const std::map<Profile, double> drawn = sets_.back().profiles.drawn(sets_.back().rules);
  while (!build(drawn)) continue;
}

/// False if what was thought to stand by does not; there is then less of it. Until then all values of it are among
/// those who come to an entry, so that no stay is worked out that nobody has.
bool Network::build(const std::map<Profile, double>& drawn) {
  variants_.clear();
  numbers_.clear();
  entries_.clear();
  ways_.clear();
  const std::map<Profile, double> coming = told_apart(drawn);
  add_arrivals(coming);
  add_stocks(coming);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry from = entries_[i];
    const RuleSet& set = sets_[from.version];
    const StatusDefinition* status = find_named(set.rules.statuses, set.names.statuses()[from.status]);
    if (status == nullptr || status->final) continue;
    const Variants& variants = this->variants(from, *status);
    const std::set<int> telling = telling_slots(variants, bystanders_);
    for (const int slot : telling) bystanders_.erase(slot);
    if (!telling.empty()) return false;
    entries_[i].variants = &variants;
    entries_[i].spell = variants.front().spell;
    for (const Leaving& way : variants.front().spell->ways) {
      if (way.share > kHardlyEver)
        ways_.push_back({i, entry(way.status, laid_over(from.profile, way.profile)), way.share});
    }
  }
  return true;
}

/// Who comes, by what matters to where and what they enter.
std::map<Profile, double> Network::told_apart(const std::map<Profile, double>& drawn) const {
  const RuleSet& set = sets_.back();
  std::set<std::string> reads;
  for (const ArrivalDefinition& arrival : set.rules.arrivals) add_reads(arrival.status, reads);
  std::set<int> slots = set.profiles.slots_of(reads);
  for (const std::set<int>& ahead : ahead_) slots.insert(ahead.begin(), ahead.end());
  for (const int slot : bystanders_) slots.erase(slot);
  std::map<Profile, double> coming;
  for (const auto& [profile, share] : drawn) coming[set.profiles.narrowed(profile, slots)] += share;
  return coming;
}

/// The last version, with everything in force, whose condition the profile meets.
std::size_t Network::version_of(const Profile& profile) const {
  for (std::size_t version = arm_.versions.size(); version-- > 1;) {
    if (sets_[version].profiles.chance(arm_.versions[version].when, profile) > 0.5) return version;
  }
  return 0;
}

/// The rates are the last version's; whom they bring meets the rules of its own version.
void Network::add_arrivals(const std::map<Profile, double>& drawn) {
  const RuleSet& set = sets_.back();
  for (const ArrivalDefinition& arrival : set.rules.arrivals) {
    const double rate = rate_a_year(arrival);
    if (rate <= 0.0) continue;
    for (const auto& [profile, share] : set.profiles.arriving(drawn, arrival.set)) {
      const double part = rate * share;
      const Profile& arriving = profile;
      set.profiles.each_value(arrival.status, arriving, [&](double weight, const Shares& shares) {
        for (const Share& status : shares) {
          if (status.share <= 0.0) continue;
          entries_[entry(set.names.status(status.target), arriving)].arrivals += part * weight * status.share;
        }
      });
    }
  }
}

void Network::add_stocks(const std::map<Profile, double>& drawn) {
  const RuleSet& set = sets_.back();
  for (const StockDefinition& stock : set.rules.stocks) {
    for (const auto& [profile, share] : set.profiles.arriving(drawn, stock.set)) {
      entries_[entry(set.names.status(stock.status), profile)].stock += stock.count.value * share;
    }
  }
}

std::size_t Network::entry(std::size_t status, const Profile& profile) {
  Profile known = sets_.front().profiles.narrowed(profile, ahead_[status]);
  for (const int slot : bystanders_) known[static_cast<std::size_t>(slot)] = kAny;
  const auto [found, is_new] = numbers_.try_emplace({status, known}, entries_.size());
  if (is_new) entries_.push_back({.status = status, .profile = known, .version = version_of(known)});
  return found->second;
}

const Variants& Network::variants(const Entry& entry, const StatusDefinition& status) {
  const RuleSet& set = sets_[entry.version];
  const std::set<int>& slots = slots_[entry.version][entry.status];
  const Profile known = set.profiles.narrowed(entry.profile, slots);
  const auto [found, is_new] = variants_.try_emplace({entry.version, entry.status, known});
  if (!is_new) return found->second;
  std::set<int> open;
  std::ranges::set_intersection(bystanders_, slots, std::inserter(open, open.end()));
  found->second = variants_of(set.profiles, known, open);
  for (Variant& variant : found->second) variant.spell = spell_of(entry.version, status, variant.profile);
  return found->second;
}

const Spell* Network::spell_of(std::size_t version, const StatusDefinition& status, const Profile& profile) {
  const RuleSet& set = sets_[version];
  const std::size_t number = set.names.status(status.name);
  const auto [found, is_new] = spells_.try_emplace({version, number, profile});
  if (is_new) found->second = sagsflow::spell_of(set, courses_[version], status, profile);
  return &found->second;
}

double rate_a_year(const ArrivalDefinition& arrival) {
  constexpr std::array<double, 12> kDaysInMonth{31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  double rate = 0.0;
  if (arrival.rate) {
    const double days = in_days(arrival.rate->value.per);
    for (std::size_t month = 0; month < 12; ++month) {
      rate += arrival.rate->value.count / days * kDaysInMonth[month] * arrival.season[month];
    }
  } else if (arrival.every) {
    const Span mean = mean_of(arrival.every->value);
    rate = mean == kNever ? 0.0 : kDaysInYear / in_days(mean);
  }
  return rate * (arrival.geometric_batch_mean > 0 ? std::max(1.0, arrival.geometric_batch_mean) : arrival.batch);
}

}  // namespace sagsflow

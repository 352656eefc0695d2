#include <algorithm>

#include "models/caseload/compile.h"
#include "models/caseload/rules_in_force.h"
#include "models/process/same_rules.h"

namespace sagsflow {
namespace {

/// Whether the version's citizens with this value of `per` are under a larger set of trials.
bool is_surpassed(const ArmDefinition& arm, const Version& version, const std::string& per, const std::string& value) {
  const auto holds = [&](const Clause& clause) {
    if (clause.trait == per) return std::ranges::count(clause.values, value) > 0;
    return std::ranges::any_of(
        version.when, [&](const Clause& own) { return own.trait == clause.trait && own.values == clause.values; });
  };
  return std::ranges::any_of(arm.versions, [&](const Version& later) {
    const bool has_come = !later.from || (version.from && *later.from <= *version.from);
    return &later > &version && has_come && std::ranges::all_of(later.when, holds);
  });
}

/// The parts of a thing that the version's citizens meet, by value; where it has no parts: one, without a name.
std::vector<std::string> parts_met(const ArmDefinition& arm, const Version& version, const std::string& per) {
  const TraitDefinition* trait = per.empty() ? nullptr : find_named(version.definitions.traits, per);
  if (trait == nullptr) return {std::string()};
  std::vector<std::string> values;
  for (const Share& value : trait->values) {
    const auto excludes = [&](const Clause& clause) {
      return clause.trait == per && std::ranges::count(clause.values, value.target) == 0;
    };
    if (std::ranges::any_of(version.when, excludes) || is_surpassed(arm, version, per, value.target)) continue;
    values.push_back(value.target);
  }
  return values;
}

/// Where a version for some citizens only says otherwise of something than what holds there: it is everyone's, or of a
/// part that the version's `when` does not decide. What nobody else has does no harm, but who comes or
/// is there.
template <class List, class Same>
std::string differs_undecidably(const ArmDefinition& arm, const Version& version, List list_of, Same same,
                                const std::string& kind, auto per_of_thing) {
  const Time date = version.from.value_or(Time::min());
  for (const auto& thing : list_of(version.definitions)) {
    const std::string per = per_of_thing(thing);
    const auto holds_there = [&](const std::string& value) {
      const Definitions& rules = for_part(arm, date, per, value).definitions;
      const auto* other = find_named(list_of(rules), thing.name);
      return other == nullptr ? kind != "arrival." && kind != "stock." : same(thing, *other);
    };
    if (std::ranges::all_of(parts_met(arm, version, per), holds_there)) continue;
    return "arm \"" + arm.name + "\": a trial that holds for some citizens only changes " + kind + thing.name +
           ", which is everyone's; take `when` off the trial, or split it";
  }
  return {};
}

/// The same, of the calendars of pools.
std::string differs_in_hours(const ArmDefinition& arm, const Version& version) {
  for (const PoolDefinition& pool : version.definitions.pools) {
    const CalendarDefinition* calendar = find_named(version.definitions.calendars, pool.calendar);
    if (calendar == nullptr) continue;
    const auto list = [](const Definitions& rules) -> const auto& { return rules.calendars; };
    const auto is_it = [&](const CalendarDefinition& a, const CalendarDefinition& b) {
      return a.name != calendar->name || same(a, b);
    };
    std::string reason =
        differs_undecidably(arm, version, list, is_it, "calendar.", [&](const auto&) { return pool.per; });
    if (!reason.empty()) return reason;
  }
  return {};
}

}  // namespace

std::string undecidable(const ArmDefinition& arm) {
  const auto no_per = [](const auto&) { return std::string(); };
  const auto its_per = [](const auto& thing) { return thing.per; };
  for (const Version& version : arm.versions) {
    if (version.when.empty()) continue;
    const auto look = [&](auto list, auto same, const std::string& kind, auto per) {
      return differs_undecidably(arm, version, list, same, kind, per);
    };
    std::string reason = look([](const Definitions& rules) -> const auto& { return rules.arrivals; },
                              [](const auto& a, const auto& b) { return same_times(a, b); }, "arrival.", no_per);
    if (!reason.empty()) return reason;
    reason = look([](const Definitions& rules) -> const auto& { return rules.stocks; },
                  [](const auto& a, const auto& b) { return same(a, b); }, "stock.", no_per);
    if (!reason.empty()) return reason;
    reason = look([](const Definitions& rules) -> const auto& { return rules.traits; },
                  [](const auto& a, const auto& b) { return same_shares(a, b); }, "attribute.", no_per);
    if (!reason.empty()) return reason;
    reason = look([](const Definitions& rules) -> const auto& { return rules.pools; },
                  [](const auto& a, const auto& b) { return same(a, b); }, "pool.", its_per);
    if (!reason.empty()) return reason;
    reason = look([](const Definitions& rules) -> const auto& { return rules.meetings; },
                  [](const auto& a, const auto& b) { return same(a, b); }, "meeting.", its_per);
    if (reason.empty()) reason = differs_in_hours(arm, version);
    if (!reason.empty()) return reason;
  }
  return {};
}

}  // namespace sagsflow

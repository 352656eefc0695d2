#include <algorithm>
#include <map>
#include <set>

#include "models/caseload/compile.h"
#include "models/process/opening_hours.h"
#include "models/process/same_rules.h"

namespace sagsflow {
namespace {

/// Work that is under way when the run ends still needs an end that can be computed.
constexpr Span kBeyond = 2 * kYear;

bool has_come(const Version& version, Time date) {
  return !version.from || *version.from <= date;
}

/// The rules for everyone at a date: the last that have no `when`.
const Version& for_everyone(const ArmDefinition& arm, Time date) {
  const Version* found = &arm.versions.front();
  for (const Version& version : arm.versions) {
    if (version.when.empty() && has_come(version, date)) found = &version;
  }
  return *found;
}

/// The rules for a part of a pool or a meeting at a date.
const Version& for_part(const ArmDefinition& arm, Time date, const std::string& per, const std::string& value) {
  const Version* found = &arm.versions.front();
  for (const Version& version : arm.versions) {
    if (has_come(version, date) && applies_to_part(version, per, value).value_or(false)) found = &version;
  }
  return *found;
}

std::vector<Time> dates_of(const ArmDefinition& arm, Time begin) {
  std::set<Time> dates{begin};
  for (const Version& version : arm.versions) {
    if (version.from && *version.from > begin) dates.insert(*version.from);
  }
  return {dates.begin(), dates.end()};
}

template <class List>
const auto* find_named(const List& list, const std::string& name) {
  const auto found = std::ranges::find(list, name, [](const auto& item) { return item.name; });
  return found == list.end() ? nullptr : &*found;
}

/// The name of the trait that a shared thing is split by; empty: none.
std::string per_of(const Catalogue& catalogue, const Catalogue::Shared& shared) {
  return shared.per < 0 ? std::string() : catalogue.traits[static_cast<std::size_t>(shared.per)].name;
}

/// The opening hours of a part over the horizon, each stretch by the calendar that holds then.
OpenHours spliced(const std::vector<std::pair<Time, const CalendarDefinition*>>& stretches, Time begin, Time end) {
  std::vector<OpenInterval> intervals;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const Time from = i == 0 ? begin : stretches[i].first;
    const Time to = i + 1 < stretches.size() ? stretches[i + 1].first : end;
    if (stretches[i].second == nullptr) {
      intervals.push_back({from, to});
      continue;
    }
    const OpenHours hours = opening_hours(*stretches[i].second, begin, end);
    for (const OpenInterval& open : hours.intervals()) {
      const OpenInterval part{std::max(open.from, from), std::min(open.to, to)};
      if (part.from < part.to) intervals.push_back(part);
    }
  }
  return OpenHours(std::move(intervals));
}

/// Gives every part of every pool its opening hours; parts with the same share them.
class Calendars {
 public:
  Calendars(CompiledArm& arm, Time begin, Time end) : arm_(arm), begin_(begin), end_(end + kBeyond) {
    arm_.calendars.emplace_back();  // always open
  }

  /// By the date from which each holds; nullptr: always open.
  void add(std::vector<std::pair<Time, const CalendarDefinition*>> stretches) {
    const auto repeats = std::ranges::unique(stretches, [](const auto& a, const auto& b) {
      return a.second == b.second || (a.second != nullptr && b.second != nullptr && same(*a.second, *b.second));
    });
    stretches.erase(repeats.begin(), repeats.end());
    if (stretches.size() == 1 && stretches.front().second == nullptr) {
      arm_.pool_calendars.push_back(0);
      return;
    }
    const auto found = std::ranges::find(known_, stretches, &Known::stretches);
    arm_.pool_calendars.push_back(found == known_.end() ? make(stretches) : found->calendar);
  }

 private:
  struct Known {
    std::vector<std::pair<Time, const CalendarDefinition*>> stretches;
    std::uint32_t calendar;
  };
  std::uint32_t make(const std::vector<std::pair<Time, const CalendarDefinition*>>& stretches) {
    arm_.calendars.push_back(stretches.size() == 1 ? opening_hours(*stretches.front().second, begin_, end_)
                                                   : spliced(stretches, begin_, end_));
    known_.push_back({stretches, static_cast<std::uint32_t>(arm_.calendars.size() - 1)});
    return known_.back().calendar;
  }

  CompiledArm& arm_;
  const Time begin_, end_;
  std::vector<Known> known_;
};

void compile_pools(const ArmDefinition& definition, const Catalogue& catalogue, Time begin, Time end,
                   CompiledArm& arm) {
  Calendars calendars(arm, begin, end);
  for (CompiledPhase& phase : arm.phases) phase.pools.resize(catalogue.pool_parts);
  for (const Catalogue::Shared& shared : catalogue.pools) {
    arm.pool_parts.push_back({shared.parts.first, shared.parts.count});
    arm.pool_per.push_back(shared.per);
    for (std::uint32_t part = 0; part < shared.parts.count; ++part) {
      std::vector<std::pair<Time, const CalendarDefinition*>> stretches;
      CompiledPool last;
      for (CompiledPhase& phase : arm.phases) {
        const std::string value = value_of_part(catalogue, shared, part);
        const Definitions& rules = for_part(definition, phase.from, per_of(catalogue, shared), value).definitions;
        if (const PoolDefinition* pool = find_named(rules.pools, shared.name)) {
          last = compile_pool(rules, *pool, catalogue, shared, part);
          stretches.emplace_back(phase.from, find_named(rules.calendars, pool->calendar));
        }
        phase.pools[shared.parts.first + part] = last;  // removed: what is left is done as before
      }
      if (stretches.empty()) stretches.emplace_back(begin, nullptr);
      calendars.add(std::move(stretches));
    }
  }
}

void compile_meetings(const ArmDefinition& definition, const Catalogue& catalogue, CompiledArm& arm) {
  for (CompiledPhase& phase : arm.phases) phase.meetings.resize(catalogue.meeting_parts);
  for (const Catalogue::Shared& shared : catalogue.meetings) {
    arm.meeting_parts.push_back({shared.parts.first, shared.parts.count});
    arm.meeting_per.push_back(shared.per);
    for (std::uint32_t part = 0; part < shared.parts.count; ++part) {
      CompiledMeeting last;
      for (CompiledPhase& phase : arm.phases) {
        const std::string value = value_of_part(catalogue, shared, part);
        const Definitions& rules = for_part(definition, phase.from, per_of(catalogue, shared), value).definitions;
        if (const MeetingDefinition* meeting = find_named(rules.meetings, shared.name)) {
          last = compile_meeting(*meeting, catalogue, shared, part);
        }
        phase.meetings[shared.parts.first + part] = last;
      }
    }
  }
}

/// Where a version for some citizens only says otherwise than the rules for everyone at its date, of something that is
/// everyone's or of a part that its `when` does not decide.
template <class List, class Same>
std::string differs_undecidably(const ArmDefinition& arm, const Version& version, List list_of, Same same,
                                const std::string& kind, auto per_of_thing) {
  const Definitions& everyone = for_everyone(arm, version.from.value_or(Time::min())).definitions;
  for (const auto& thing : list_of(version.definitions)) {
    const auto* other = find_named(list_of(everyone), thing.name);
    if (other != nullptr && same(thing, *other)) continue;
    const std::string per = per_of_thing(thing);
    const auto decides = [&](const Clause& clause) { return clause.trait == per; };
    if (!per.empty() && std::ranges::all_of(version.when, decides)) continue;
    if (other == nullptr && kind != "arrival.") continue;  // something new: nobody else uses it
    return "arm \"" + arm.name + "\": a trial that holds for some citizens only changes " + kind + thing.name +
           ", which is everyone's; take `when` off the trial, or split it";
  }
  return {};
}

}  // namespace

std::optional<bool> applies_to_part(const Version& version, const std::string& per, const std::string& value) {
  for (const Clause& clause : version.when) {
    if (per.empty() || clause.trait != per) return std::nullopt;
    if (std::ranges::count(clause.values, value) == 0) return false;
  }
  return true;
}

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
    reason = look([](const Definitions& rules) -> const auto& { return rules.traits; },
                  [](const auto& a, const auto& b) { return same_shares(a, b); }, "attribute.", no_per);
    if (!reason.empty()) return reason;
    reason = look([](const Definitions& rules) -> const auto& { return rules.pools; },
                  [](const auto& a, const auto& b) { return same(a, b); }, "pool.", its_per);
    if (!reason.empty()) return reason;
    reason = look([](const Definitions& rules) -> const auto& { return rules.meetings; },
                  [](const auto& a, const auto& b) { return same(a, b); }, "meeting.", its_per);
    if (!reason.empty()) return reason;
  }
  return {};
}

void compile_phases(const ArmDefinition& definition, Time begin, Time end, RuleWriter& writer, CompiledArm& arm) {
  for (const Time date : dates_of(definition, begin)) {
    CompiledPhase& phase = arm.phases.emplace_back();
    phase.from = date;
    compile_entries(for_everyone(definition, date).definitions, writer, phase);
  }
  compile_pools(definition, writer.catalogue, begin, end, arm);
  compile_meetings(definition, writer.catalogue, arm);
}

}  // namespace sagsflow

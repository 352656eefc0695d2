#include <algorithm>
#include <map>
#include <set>

#include "models/caseload/compile.h"
#include "models/caseload/rules_in_force.h"
#include "models/process/opening_hours.h"
#include "models/process/same_rules.h"

namespace sagsflow {
namespace {

/// Work that is under way when the run ends still needs an end that can be computed.
constexpr Span kBeyond = 2 * kYear;

std::vector<Time> dates_of(const ArmDefinition& arm, Time begin) {
  std::set<Time> dates{begin};
  for (const Version& version : arm.versions) {
    if (version.from && *version.from > begin) dates.insert(*version.from);
  }
  return {dates.begin(), dates.end()};
}

/// The rules for everyone at a date, with the attributes that other rules have: they are drawn when the citizen comes,
/// whenever it is that these rules begin, and nobody else sees them.
Definitions rules_for_entries(const ArmDefinition& arm, Time date) {
  Definitions rules = for_everyone(arm, date).definitions;
  for (const Version& version : arm.versions) {
    for (const TraitDefinition& trait : version.definitions.traits) {
      if (std::ranges::count(rules.traits, trait.name, &TraitDefinition::name) > 0)
        continue;  // not in order while it grows
      rules.traits.add(std::make_shared<const TraitDefinition>(trait));
    }
  }
  return rules;
}

/// The name of the trait that a shared thing is split by; empty: none.
std::string per_of(const Catalogue& catalogue, const Catalogue::Shared& shared) {
  return shared.per < 0 ? std::string() : catalogue.traits[static_cast<std::size_t>(shared.per)].name;
}

/// Always open, day by day: who is absent is drawn when a day begins.
void add_days(std::vector<OpenInterval>& intervals, Time from, Time to) {
  while (from < to) {
    const Time next = std::chrono::floor<std::chrono::days>(from) + std::chrono::days(1);
    intervals.push_back({from, std::min(next, to)});
    from = next;
  }
}

/// The opening hours of a part over the horizon, each stretch by the calendar that holds then.
OpenHours spliced(const std::vector<std::pair<Time, const CalendarDefinition*>>& stretches, Time begin, Time end) {
  std::vector<OpenInterval> intervals;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const Time from = i == 0 ? begin : stretches[i].first;
    const Time to = i + 1 < stretches.size() ? stretches[i + 1].first : end;
    if (stretches[i].second == nullptr) {
      add_days(intervals, from, to);
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

/// The rules that say what a part is at a date; nullptr: none. Of what is `unknown` up to there, also those of some
/// citizens only.
const Definitions* rules_with(const ArmDefinition& arm, Time date, const std::string& per, const std::string& value,
                              bool unknown, auto has_it) {
  const Definitions& rules = for_part(arm, date, per, value).definitions;
  if (has_it(rules)) return &rules;
  const Version* of_some = unknown ? for_whom_it_is_new(arm, date, per, value, has_it) : nullptr;
  return of_some == nullptr ? nullptr : &of_some->definitions;
}

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
        const Definitions* rules =
            rules_with(definition, phase.from, per_of(catalogue, shared), value, !last.present,
                       [&](const Definitions& some) { return find_named(some.pools, shared.name); });
        if (rules != nullptr) {
          const PoolDefinition& pool = *find_named(rules->pools, shared.name);
          last = compile_pool(*rules, pool, catalogue, shared, part);
          stretches.emplace_back(phase.from, find_named(rules->calendars, pool.calendar));
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
        const Definitions* rules =
            rules_with(definition, phase.from, per_of(catalogue, shared), value, !last.present,
                       [&](const Definitions& some) { return find_named(some.meetings, shared.name); });
        if (rules != nullptr) {
          last = compile_meeting(*rules, *find_named(rules->meetings, shared.name), catalogue, shared, part);
        }
        phase.meetings[shared.parts.first + part] = last;
      }
    }
  }
}

}  // namespace

void compile_phases(const ArmDefinition& definition, Time begin, Time end, RuleWriter& writer, CompiledArm& arm) {
  for (const Time date : dates_of(definition, begin)) {
    CompiledPhase& phase = arm.phases.emplace_back();
    phase.from = date;
    compile_entries(rules_for_entries(definition, date), writer, phase);
  }
  compile_pools(definition, writer.catalogue, begin, end, arm);
  compile_meetings(definition, writer.catalogue, arm);
}

}  // namespace sagsflow

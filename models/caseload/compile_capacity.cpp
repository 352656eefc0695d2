#include <algorithm>
#include <cmath>
#include <set>

#include "models/caseload/compile.h"
#include "models/process/combinations.h"
#include "sim/random/chance.h"

namespace sagsflow {
namespace {

/// A choice that may only depend on the `per` attribute, for one of its values.
template <class T>
const T& value_for(const Choice<T>& choice, const std::string& value) {
  if (choice.is_value()) return choice.value.value;
  for (const auto& [wanted, inner] : choice.cases) {
    if (wanted == value) return value_for(inner, value);
  }
  return value_for(*choice.otherwise, value);
}

std::string path_of_part(const Catalogue& catalogue, const Catalogue::Shared& shared, std::uint32_t part) {
  return shared.per < 0 ? shared.path : shared.path + "." + value_of_part(catalogue, shared, part);
}

/// The pool, or its part that goes with the meeting's: the same value of a common `per`, or the one that it implies.
/// Nothing where nobody has the meeting's value: such a meeting has no such member.
std::optional<std::uint32_t> part_of_member(const Definitions& rules, const Catalogue& catalogue,
                                            const Catalogue::Shared& pool, const Catalogue::Shared& meeting,
                                            std::uint32_t part) {
  if (pool.per < 0 || meeting.per < 0) return pool.parts.first;
  if (pool.per == meeting.per) return pool.parts.first + part;
  const Catalogue::Trait& other = catalogue.traits[static_cast<std::size_t>(pool.per)];
  const auto value = implied_value(rules, catalogue.traits[static_cast<std::size_t>(meeting.per)].name,
                                   value_of_part(catalogue, meeting, part), other.name);
  if (!value) return std::nullopt;
  return pool.parts.first + static_cast<std::uint32_t>(std::ranges::find(other.values, *value) - other.values.begin());
}

std::vector<CompiledMember> compile_members(const Definitions& rules, const MeetingDefinition& definition,
                                            const Catalogue& catalogue, const Catalogue::Shared& meeting,
                                            std::uint32_t part, const std::string& path) {
  std::set<std::string> pools;
  for (const auto& [pool, span] : definition.per_case) pools.insert(pool);
  for (const auto& [pool, span] : definition.per_session) pools.insert(pool);
  for (const auto& [pool, share] : definition.absence) pools.insert(pool);
  std::vector<CompiledMember> members;
  for (const std::string& name : pools) {
    const Catalogue::Shared& pool = catalogue.pools[catalogue.pool(name)];
    const auto span_of = [&](const std::map<std::string, Sourced<Span>>& spans) {
      const auto found = spans.find(name);
      return found == spans.end() ? Span::zero() : found->second.value;
    };
    const auto pool_part = part_of_member(rules, catalogue, pool, meeting, part);
    if (!pool_part) continue;
    const auto absence = definition.absence.find(name);
    members.push_back({*pool_part, span_of(definition.per_case), span_of(definition.per_session),
                       absence == definition.absence.end() ? 0.0 : absence->second.value,
                       std::ranges::find(definition.always, name) != definition.always.end(),
                       place_key(path + ".member." + name)});
  }
  return members;
}

}  // namespace

std::string value_of_part(const Catalogue& catalogue, const Catalogue::Shared& shared, std::uint32_t part) {
  if (shared.per < 0) return {};
  return catalogue.traits[static_cast<std::size_t>(shared.per)].values[part];
}

CompiledPool compile_pool(const Definitions& rules, const PoolDefinition& definition, const Catalogue& catalogue,
                          const Catalogue::Shared& shared, std::uint32_t part) {
  CompiledPool pool;
  pool.present = true;
  pool.unlimited = definition.unlimited;
  pool.outside = definition.outside;
  pool.order = definition.order;
  if (!pool.unlimited) {
    pool.staff = static_cast<int>(std::lround(value_for(definition.staff, value_of_part(catalogue, shared, part))));
  }
  const auto calendar = std::ranges::find(rules.calendars, definition.calendar, &CalendarDefinition::name);
  if (calendar != rules.calendars.end()) pool.season = calendar->season;
  pool.usable = definition.usable.value;
  pool.absence = definition.absence.value;
  if (definition.cost) {
    const MoneyRate& cost = definition.cost->value;
    pool.cost_per_hour = cost.dkk * (static_cast<double>(kHour.count()) / static_cast<double>(cost.per.count()));
  }
  pool.key = place_key(path_of_part(catalogue, shared, part));
  return pool;
}

CompiledMeeting compile_meeting(const Definitions& rules, const MeetingDefinition& definition,
                                const Catalogue& catalogue, const Catalogue::Shared& shared, std::uint32_t part) {
  const std::string value = value_of_part(catalogue, shared, part);
  const std::string path = path_of_part(catalogue, shared, part);
  CompiledMeeting meeting;
  meeting.present = true;
  const Length& every = value_for(definition.every, value);
  meeting.every = {every.span, every.working_days};
  meeting.agenda = std::numeric_limits<std::int64_t>::max();
  if (definition.agenda) meeting.agenda = std::llround(value_for(*definition.agenda, value));
  meeting.missing_allowed = static_cast<int>(std::lround(definition.missing_allowed));
  meeting.order = definition.order;
  meeting.members = compile_members(rules, definition, catalogue, shared, part, path);
  return meeting;
}

}  // namespace sagsflow

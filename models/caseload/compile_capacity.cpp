#include <algorithm>
#include <cmath>
#include <set>

#include "models/caseload/compile.h"
#include "models/process/opening_hours.h"
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

/// The value of the `per` attribute that a part stands for; empty when there is no `per`.
std::string value_of_part(const Catalogue& catalogue, const Catalogue::Shared& shared, std::uint32_t part) {
  if (shared.per < 0) return {};
  return catalogue.traits[static_cast<std::size_t>(shared.per)].values[part];
}

std::string path_of_part(const Catalogue& catalogue, const Catalogue::Shared& shared, std::uint32_t part) {
  return shared.per < 0 ? shared.path : shared.path + "." + value_of_part(catalogue, shared, part);
}

std::uint32_t calendar_of(const Definitions& definitions, const std::string& name) {
  for (std::size_t i = 0; i < definitions.calendars.size(); ++i) {
    if (definitions.calendars[i].name == name) return static_cast<std::uint32_t>(i + 1);
  }
  return 0;  // "always"
}

CompiledPool compile_pool(const Definitions& definitions, const PoolDefinition& definition, const std::string& value) {
  CompiledPool pool;
  pool.present = true;
  pool.unlimited = definition.unlimited;
  pool.outside = definition.outside;
  pool.order = definition.order;
  if (!pool.unlimited) pool.staff = static_cast<int>(std::lround(value_for(definition.staff, value)));
  pool.calendar = calendar_of(definitions, definition.calendar);
  pool.usable = definition.usable.value;
  pool.absence = definition.absence.value;
  if (definition.cost) {
    const MoneyRate& cost = definition.cost->value;
    pool.cost_per_hour = cost.dkk * (static_cast<double>(kHour.count()) / static_cast<double>(cost.per.count()));
  }
  return pool;
}

std::vector<CompiledMember> compile_members(const MeetingDefinition& definition, const Catalogue& catalogue,
                                            const Catalogue::Shared& meeting, std::uint32_t part,
                                            const std::string& path) {
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
    const auto absence = definition.absence.find(name);
    members.push_back(
        {pool.parts.first + (pool.per >= 0 && pool.per == meeting.per ? part : 0), span_of(definition.per_case),
         span_of(definition.per_session), absence == definition.absence.end() ? 0.0 : absence->second.value,
         std::ranges::find(definition.always, name) != definition.always.end(), place_key(path + ".member." + name)});
  }
  return members;
}

CompiledMeeting compile_meeting(const MeetingDefinition& definition, const Catalogue& catalogue,
                                const Catalogue::Shared& shared, std::uint32_t part) {
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
  meeting.members = compile_members(definition, catalogue, shared, part, path);
  return meeting;
}

}  // namespace

void compile_capacity(const Definitions& definitions, Time begin, Time end, RuleWriter& writer, CompiledArm& arm) {
  const Catalogue& catalogue = writer.catalogue;
  arm.calendars.push_back({OpenHours(), {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}});
  // Work that is under way when the run ends still needs an end that can be computed.
  const Span beyond = 2 * kYear;
  for (const CalendarDefinition& calendar : definitions.calendars) {
    arm.calendars.push_back({opening_hours(calendar, begin, end + beyond), calendar.season});
  }
  arm.pools.resize(catalogue.pool_parts);
  for (const Catalogue::Shared& pool : catalogue.pools) {
    arm.pool_parts.push_back({pool.parts.first, pool.parts.count});
    arm.pool_per.push_back(pool.per);
  }
  for (const PoolDefinition& definition : definitions.pools) {
    const Catalogue::Shared& shared = catalogue.pools[catalogue.pool(definition.name)];
    for (std::uint32_t part = 0; part < shared.parts.count; ++part) {
      CompiledPool& pool = arm.pools[shared.parts.first + part];
      pool = compile_pool(definitions, definition, value_of_part(catalogue, shared, part));
      pool.key = place_key(path_of_part(catalogue, shared, part));
    }
  }
  arm.meetings.resize(catalogue.meeting_parts);
  for (const Catalogue::Shared& meeting : catalogue.meetings) {
    arm.meeting_parts.push_back({meeting.parts.first, meeting.parts.count});
    arm.meeting_per.push_back(meeting.per);
  }
  for (const MeetingDefinition& definition : definitions.meetings) {
    const Catalogue::Shared& shared = catalogue.meetings[catalogue.meeting(definition.name)];
    for (std::uint32_t part = 0; part < shared.parts.count; ++part) {
      arm.meetings[shared.parts.first + part] = compile_meeting(definition, catalogue, shared, part);
    }
  }
}

}  // namespace sagsflow

#include <algorithm>

#include "models/caseload/compile.h"
#include "models/process/combinations.h"

namespace sagsflow {
namespace {

/// Whether a choice goes by anything but `per`.
template <class T>
bool goes_by_other(const Choice<T>& choice, const std::string& per) {
  if (choice.is_value()) return false;
  const auto inner = [&](const auto& named) { return goes_by_other(named.second, per); };
  return choice.by != per || std::ranges::any_of(choice.cases, inner) ||
         (choice.otherwise && goes_by_other(*choice.otherwise, per));
}

/// Capacity is everyone's, or that of the citizens with one value of `per`: no other attribute can choose it.
std::string capacity_by_other(const Definitions& rules) {
  for (const PoolDefinition& pool : rules.pools) {
    if (goes_by_other(pool.staff, pool.per)) return "pool." + pool.name + ": staff can only go by its `per`";
  }
  for (const MeetingDefinition& meeting : rules.meetings) {
    const std::string path = "meeting." + meeting.name;
    if (goes_by_other(meeting.every, meeting.per)) return path + ": sessions can only go by its `per`";
    if (meeting.agenda && goes_by_other(*meeting.agenda, meeting.per))
      return path + ": agenda can only go by its `per`";
    for (const PoolDefinition& pool : rules.pools) {
      const bool member = meeting.per_case.contains(pool.name) || meeting.per_session.contains(pool.name);
      if (!member || pool.per.empty() || implied_values(rules, meeting.per, pool.per)) continue;
      return path + ": pool \"" + pool.name + "\" is separate for each value of \"" + pool.per +
             "\", the meeting is not" +
             (meeting.per.empty() ? "" : ": a value of \"" + meeting.per + "\" may come with several of them");
    }
  }
  return {};
}

/// What the language can say and the engine cannot yet do: a refusal is better than a wrong answer.
std::string unsupported(const Definitions& rules) {
  if (std::string reason = capacity_by_other(rules); !reason.empty()) return reason;
  return {};
}

}  // namespace

std::string refusal(const Model& model) {
  for (const ArmDefinition& arm : model.arms) {
    if (std::string reason = undecidable(arm); !reason.empty()) return reason;
    for (const Version& version : arm.versions) {
      if (std::string reason = unsupported(version.definitions); !reason.empty()) return reason;
    }
  }
  return {};
}

}  // namespace sagsflow

#include <algorithm>

#include "models/caseload/compile.h"

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
      if (!member || pool.per.empty() || pool.per == meeting.per) continue;
      return path + ": pool \"" + pool.name + "\" is separate for each value of \"" + pool.per +
             "\", the meeting is not";
    }
  }
  return {};
}

/// What the language can say and the engine cannot yet do: a refusal is better than a wrong answer.
std::string unsupported(const Definitions& rules) {
  if (!rules.stocks.empty()) return "stock." + rules.stocks.front().name + ": stocks are not simulated yet";
  if (rules.refund.within) return "refund: `within` is not simulated yet";
  if (std::string reason = capacity_by_other(rules); !reason.empty()) return reason;
  const auto accumulated = [](const Choice<Clock>& clock) {
    bool found = false;
    for_each_value(clock, [&](const Sourced<Clock>& value) { found = found || value.value.accumulated; });
    return found;
  };
  for (const StatusDefinition& status : rules.statuses) {
    for (const ExitDefinition& exit : status.exits) {
      if (accumulated(exit.after)) {
        return "status." + status.name + ".exit." + exit.name + ": accumulated clocks are not simulated yet";
      }
    }
    for (const DutyDefinition& duty : status.duties) {
      if (accumulated(duty.first) || (duty.every && accumulated(*duty.every)) || duty.series_continue) {
        return "status." + status.name + ".duty." + duty.name +
               ": accumulated clocks and series that continue are not simulated yet";
      }
    }
  }
  for (const ProcedureDefinition& procedure : rules.procedures) {
    for (const StepDefinition& step : procedure.steps) {
      if (!step.work.also.empty()) {
        return "procedure." + procedure.name + ".step." + step.name + ": joint work is not simulated yet";
      }
    }
  }
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

#include "models/caseload/rules_in_force.h"

namespace sagsflow {
namespace {

bool has_come(const Version& version, Time date) {
  return !version.from || *version.from <= date;
}

/// Whether no other set of trials is in force whenever this one is.
bool is_in_force_for_some(const ArmDefinition& arm, const Version& version, Time date) {
  const auto shadows = [&](const Version& later) {
    return &later > &version && has_come(later, date) && std::ranges::all_of(later.when, [&](const Clause& clause) {
      return std::ranges::any_of(
          version.when, [&](const Clause& own) { return own.trait == clause.trait && own.values == clause.values; });
    });
  };
  return has_come(version, date) && std::ranges::none_of(arm.versions, shadows);
}

}  // namespace

const Version& for_everyone(const ArmDefinition& arm, Time date) {
  const Version* found = &arm.versions.front();
  for (const Version& version : arm.versions) {
    if (version.when.empty() && has_come(version, date)) found = &version;
  }
  return *found;
}

const Version& for_part(const ArmDefinition& arm, Time date, const std::string& per, const std::string& value) {
  const Version* found = &arm.versions.front();
  for (const Version& version : arm.versions) {
    if (has_come(version, date) && applies_to_part(version, per, value).value_or(false)) found = &version;
  }
  return *found;
}

std::optional<bool> applies_to_part(const Version& version, const std::string& per, const std::string& value) {
  for (const Clause& clause : version.when) {
    if (per.empty() || clause.trait != per) return std::nullopt;
    if (std::ranges::count(clause.values, value) == 0) return false;
  }
  return true;
}

const Version* for_whom_it_is_new(const ArmDefinition& arm, Time date, const std::string& per, const std::string& value,
                                  const std::function<bool(const Definitions&)>& has_it) {
  const Version* found = nullptr;
  for (const Version& version : arm.versions) {
    if (version.when.empty() || !is_in_force_for_some(arm, version, date)) continue;
    if (applies_to_part(version, per, value).value_or(true) && has_it(version.definitions)) found = &version;
  }
  return found;
}

}  // namespace sagsflow

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "models/language/names.h"
#include "models/process/checks.h"

namespace sagsflow {
namespace {

template <class Things>
std::vector<std::string> names_in(const Things& things) {
  std::vector<std::string> names;
  for (const auto& thing : things) names.push_back(thing.name);
  return names;
}

/// What is defined, by kind; steps by kind and procedure.
class Defined {
 public:
  explicit Defined(const Examined& examined) {
    const Definitions& rules = examined.rules;
    names_["status"] = names_in(rules.statuses);
    names_["procedure"] = names_in(rules.procedures);
    names_["pool"] = names_in(rules.pools);
    names_["meeting"] = names_in(rules.meetings);
    names_["calendar"] = names_in(rules.calendars);
    names_["calendar"].push_back("always");
    names_["source"] = examined.sources;
    for (const TraitDefinition& trait : rules.traits) {
      if (trait.kind == TraitDefinition::Kind::attribute) names_["attribute"].push_back(trait.name);
    }
    for (const StatusDefinition& status : rules.statuses) {
      std::ranges::copy(names_in(status.duties), std::back_inserter(names_["duty"]));
    }
    for (const ProcedureDefinition& procedure : rules.procedures) steps_[procedure.name] = names_in(procedure.steps);
    for (const auto& [kind, names] : names_) known_[kind] = {names.begin(), names.end()};
    for (const auto& [procedure, names] : steps_) known_["step " + procedure] = {names.begin(), names.end()};
  }

  bool has(const NameUse& use) const {
    const auto found = known_.find(use.kind.starts_with("step") ? "step " + use.scope : use.kind);
    return found != known_.end() && found->second.contains(use.name);
  }

  /// The names that a use may have; nullptr where the use is of something that is itself unknown.
  const std::vector<std::string>* of(const NameUse& use) const {
    const bool step = use.kind.starts_with("step");
    const auto& names = step ? steps_ : names_;
    const auto found = names.find(step ? use.scope : use.kind);
    return found == names.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, std::vector<std::string>> names_{{"duty", {}}, {"attribute", {}}};
  std::map<std::string, std::vector<std::string>> steps_;
  std::map<std::string, std::set<std::string>> known_;
};

void check_use_of_name(const Examined& examined, const Defined& defined, const NameUse& use) {
  const std::vector<std::string>* names = defined.of(use);
  const bool end = use.kind == "step or end" && use.name == "end";
  if (!names || end || defined.has(use)) return;
  const std::string kind = use.kind.starts_with("step") ? "step" : use.kind;
  const std::string scope = use.scope.empty() ? "" : fmt::format(" in procedure \"{}\"", use.scope);
  examined.diagnostics.error(use.place, fmt::format("unknown {} \"{}\"{}", kind, use.name, scope),
                             examined.diagnostics.wants_suggestions() ? nearest_name(use.name, *names) : "");
}

}  // namespace

void check_names(const Examined& examined) {
  const Defined defined(examined);
  for (const auto& part : examined.gathered) {
    for (const NameUse& use : part->names) check_use_of_name(examined, defined, use);
  }
}

}  // namespace sagsflow

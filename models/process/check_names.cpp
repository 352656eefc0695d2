#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <set>
#include <string_view>

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

/// What is defined, by kind. Every list is in order of name, so that to look a name up needs nothing to be built first.
class Defined {
 public:
  explicit Defined(const Examined& examined) : rules_(examined.rules), sources_(examined.sources) {
    for (const StatusDefinition& status : rules_.statuses) {
      for (const DutyDefinition& duty : status.duties) duties_.insert(duty.name);
    }
  }

  /// A step is only looked for in a procedure that is there.
  bool lacks(const NameUse& use) const {
    if (!is_step(use)) return !has(use);
    const std::size_t procedure = index_named(rules_.procedures, use.scope);
    const bool end = use.kind == "step or end" && use.name == "end";
    return procedure < rules_.procedures.size() && !end && !has_named(rules_.procedures[procedure].steps, use.name);
  }

  /// The names that a use may have.
  std::vector<std::string> names(const NameUse& use) const {
    if (is_step(use)) return names_in(rules_.procedures[index_named(rules_.procedures, use.scope)].steps);
    if (use.kind == "pool") return names_in(rules_.pools);
    if (use.kind == "status") return names_in(rules_.statuses);
    if (use.kind == "procedure") return names_in(rules_.procedures);
    if (use.kind == "source") return sources_.in_order;
    if (use.kind == "duty") return duty_names();
    if (use.kind == "meeting") return names_in(rules_.meetings);
    std::vector<std::string> names;
    if (use.kind == "calendar") {
      names = names_in(rules_.calendars);
      names.emplace_back("always");
    }
    for (const TraitDefinition& trait : rules_.traits) {
      const bool meant = use.kind == "attribute" && trait.kind == TraitDefinition::Kind::attribute;
      if (meant) names.push_back(trait.name);
    }
    return names;
  }

 private:
  static bool is_step(const NameUse& use) { return use.kind.starts_with("step"); }

  bool has(const NameUse& use) const {
    if (use.kind == "pool") return has_named(rules_.pools, use.name);
    if (use.kind == "status") return has_named(rules_.statuses, use.name);
    if (use.kind == "procedure") return has_named(rules_.procedures, use.name);
    if (use.kind == "source") return sources_.known.contains(use.name);
    if (use.kind == "duty") return duties_.contains(use.name);
    if (use.kind == "meeting") return has_named(rules_.meetings, use.name);
    if (use.kind == "calendar") return use.name == "always" || has_named(rules_.calendars, use.name);
    assert(use.kind == "attribute");
    const std::size_t trait = index_named(rules_.traits, use.name);
    return trait < rules_.traits.size() && rules_.traits[trait].kind == TraitDefinition::Kind::attribute;
  }

  /// In order of their statuses.
  std::vector<std::string> duty_names() const {
    std::vector<std::string> names;
    for (const StatusDefinition& status : rules_.statuses) {
      std::ranges::copy(names_in(status.duties), std::back_inserter(names));
    }
    return names;
  }

  const Definitions& rules_;
  const SourceNames& sources_;
  std::set<std::string_view> duties_;
};

void refuse_unknown(const Examined& examined, const Defined& defined, const NameUse& use) {
  const std::string kind = use.kind.starts_with("step") ? "step" : use.kind;
  const std::string scope = use.scope.empty() ? "" : fmt::format(" in procedure \"{}\"", use.scope);
  examined.diagnostics.error(
      use.place, fmt::format("unknown {} \"{}\"{}", kind, use.name, scope),
      examined.diagnostics.wants_suggestions() ? nearest_name(use.name, defined.names(use)) : "");
}

}  // namespace

void check_names(const Examined& examined) {
  const Defined defined(examined);
  for (const auto& part : examined.gathered) {
    for (const NameUse& use : part->names) {
      if (defined.lacks(use)) refuse_unknown(examined, defined, use);
    }
  }
}

}  // namespace sagsflow

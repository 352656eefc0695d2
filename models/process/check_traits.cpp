#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "models/language/choice_reader.h"
#include "models/language/names.h"
#include "models/process/checks.h"

namespace sagsflow {
namespace {

using How = TraitUse::How;
using Kind = TraitDefinition::Kind;

class TraitCheck {
 public:
  explicit TraitCheck(const Examined& examined) : examined_(examined), traits_(examined.rules.traits) {
    for (const auto& part : examined.gathered) {
      for (const TraitUse& use : part->traits) {
        if (use.how == How::flag) raised_.insert(use.trait);
      }
    }
  }

  void check(const TraitUse& use) const {
    const std::size_t found = index_named(traits_, use.trait);
    if (found == traits_.size()) return refuse_unknown(use);
    const TraitDefinition& trait = traits_[found];
    check_kind(use, trait);
    for (const auto& [value, place] : use.values) check_value(trait, value, place);
    if (use.all_cases) check_cases(use, trait);
  }

  /// Shares of an attribute may go by others, but not in a circle.
  void check_draws() const {
    for (const TraitDefinition& trait : traits_) {
      if (needs_itself(trait)) {
        examined_.diagnostics.error(trait.place, fmt::format("the values of \"{}\" go by themselves", trait.name));
      }
    }
  }

 private:
  void refuse_unknown(const TraitUse& use) const {
    std::vector<std::string> names;
    for (const TraitDefinition& trait : traits_) names.push_back(trait.name);
    if (!examined_.diagnostics.wants_suggestions()) names.clear();
    examined_.diagnostics.error(
        use.place, fmt::format("\"{}\" is read but is no attribute, no flag, and nothing sets it", use.trait),
        nearest_name(use.trait, names));
  }

  void check_kind(const TraitUse& use, const TraitDefinition& trait) const {
    const bool flagged = trait.kind == Kind::flag;
    if (use.how == How::set && (flagged || is_raised(trait))) {
      examined_.diagnostics.error(use.place,
                                  fmt::format("\"{}\" is a step's flag, which \"set\" cannot change", trait.name));
    }
    if (use.how == How::flag && trait.kind == Kind::attribute) {
      examined_.diagnostics.error(
          use.place, fmt::format("\"{}\" is an attribute, expected another name for the flag", trait.name));
    }
    if (use.how == How::speed && trait.kind == Kind::attribute) {
      examined_.diagnostics.error(
          use.place, fmt::format("\"{}\" is an attribute with values {}, expected a flag or what is true or false",
                                 trait.name, fmt::join(values_of(trait), ", ")));
    }
  }

  /// Whether a step raises it, though some `set` made it first.
  bool is_raised(const TraitDefinition& trait) const {
    return trait.kind == Kind::boolean && raised_.contains(trait.name);
  }

  void check_value(const TraitDefinition& trait, const std::string& value, Place place) const {
    if (std::ranges::count(trait.values, value, &Share::target) > 0) return;
    std::string hint;
    if (trait.kind != Kind::attribute) hint = fmt::format(", expected true or false; it is no [attribute]");
    examined_.diagnostics.error(place, fmt::format("\"{}\" has no value \"{}\"{}", trait.name, value, hint),
                                nearest_name(value, values_of(trait)));
  }

  void check_cases(const TraitUse& use, const TraitDefinition& trait) const {
    std::vector<std::string> missing;
    for (const Share& value : trait.values) {
      const auto is_case = [&](const auto& named) { return named.first == value.target; };
      if (std::ranges::none_of(use.values, is_case)) missing.push_back("\"" + value.target + "\"");
    }
    if (missing.empty()) return;
    examined_.diagnostics.error(use.place, fmt::format("no case for {} of \"{}\", expected every value or \"else\"",
                                                       fmt::join(missing, ", "), trait.name));
  }

  static std::vector<std::string> values_of(const TraitDefinition& trait) {
    std::vector<std::string> values;
    for (const Share& share : trait.values) values.push_back(share.target);
    return values;
  }

  static void collect_traits(const Choice<Shares>& choice, std::vector<std::string>& names) {
    for_each_by(choice, [&](const std::string& name) {
      if (std::ranges::count(names, name) == 0) names.push_back(name);
    });
  }

  /// Whether the draw of the trait needs, by whatever way, the trait itself.
  bool needs_itself(const TraitDefinition& trait) const {
    std::vector<std::string> needed;
    collect_traits(trait.drawn, needed);
    for (std::size_t i = 0; i < needed.size(); ++i) {
      if (needed[i] == trait.name) return true;
      const std::size_t found = index_named(traits_, needed[i]);
      if (found != traits_.size()) collect_traits(traits_[found].drawn, needed);
    }
    return false;
  }

  const Examined& examined_;
  const DefinitionList<TraitDefinition>& traits_;
  std::set<std::string_view> raised_;  ///< flags of steps
};

}  // namespace

void check_traits(const Examined& examined) {
  const TraitCheck check(examined);
  for (const auto& part : examined.gathered) {
    for (const TraitUse& use : part->traits) check.check(use);
  }
  check.check_draws();
}

}  // namespace sagsflow

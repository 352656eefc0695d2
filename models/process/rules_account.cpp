#include "models/process/rules_account.h"

#include <algorithm>
#include <map>

#include "models/language/names.h"
#include "models/process/rule_paths.h"
#include "models/process/written_dates.h"
#include "models/process/written_rules.h"

namespace sagsflow {
namespace {

/// Whether `word` is the pattern, in which each "*" stands for any letters.
bool word_matches(std::string_view word, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return word == pattern;
  if (word.substr(0, star) != pattern.substr(0, star)) return false;
  const std::string_view rest = pattern.substr(star + 1);
  for (std::size_t from = star; from <= word.size(); ++from) {
    if (word_matches(word.substr(from), rest)) return true;
  }
  return false;
}

bool same_values(const std::vector<WrittenValue>& a, const std::vector<WrittenValue>& b) {
  return std::ranges::equal(a, b, [](const WrittenValue& one, const WrittenValue& other) {
    return one.path == other.path && one.text == other.text && one.low == other.low && one.high == other.high &&
           one.source == other.source && one.quote == other.quote && one.assumed == other.assumed &&
           one.note == other.note && one.calibrated == other.calibrated;
  });
}

/// One arm's rules in one version, with their values by path in order.
struct Side {
  const ArmDefinition& arm;
  const Version& version;
  WrittenRules rules;

  Side(const Model& model, const ArmDefinition& of, const Version& in) : arm(of), version(in), rules(model, of, in) {}
};

class Accountant {
 public:
  Accountant(const Model& model, std::size_t arm)
      : model_(model), side_(model, model.arms[arm], model.arms[arm].versions.back()) {
    for (std::size_t other = 0; other < model.arms.size(); ++other) {
      const bool concerns = arm == 0 ? other > 0 : other == 0;
      if (!concerns) continue;
      for (const Version& version : model.arms[other].versions) others_.emplace_back(model, model.arms[other], version);
    }
  }

  RulesAccount account(std::string_view pattern) const {
    RulesAccount account{{"", model_.title.da, model_.title.en}, named(model_.arms.front()), named(side_.arm), {}, {}};
    for (WrittenValue& value : side_.rules.values_at("")) {
      if (!pattern.empty() && !path_matches(value.path, pattern)) continue;
      add_thing(account, value.object);
      ValueAccount shown{std::move(value), {}};
      add_elsewhere(shown);
      account.values.push_back(std::move(shown));
    }
    return account;
  }

 private:
  static Named named(const ArmDefinition& arm) {
    const auto either = [&](const std::string& one, const std::string& two) {
      return !one.empty() ? one : !two.empty() ? two : arm.name;
    };
    return {arm.name, either(arm.label.da, arm.label.en), either(arm.label.en, arm.label.da)};
  }

  void add_thing(RulesAccount& account, const std::string& path) const {
    const auto parts = parts_of_path(path);
    if (parts.size() > 2) add_thing(account, parts[0] + "." + parts[1]);
    if (std::ranges::count(account.things, path, &Named::path) == 0) account.things.push_back(side_.rules.named(path));
  }

  void add_elsewhere(ValueAccount& shown) const {
    for (const Side& other : others_) {
      ValueElsewhere elsewhere{named(other.arm), {}, {}, values_instead(other.rules, shown.value.path)};
      if (same_values({shown.value}, elsewhere.values)) continue;
      if (other.version.from) elsewhere.from = written_date(*other.version.from);
      for (const Clause& clause : other.version.when) elsewhere.conditions.emplace_back(clause.trait, clause.values);
      const bool said = std::ranges::any_of(shown.elsewhere, [&](const ValueElsewhere& earlier) {
        return earlier.arm.path == elsewhere.arm.path && same_values(earlier.values, elsewhere.values);
      });
      if (!said) shown.elsewhere.push_back(std::move(elsewhere));
    }
  }

  /// What stands at the path or below it, else the value that stands in place of the whole table it is in.
  static std::vector<WrittenValue> values_instead(const WrittenRules& rules, const std::string& path) {
    std::vector<WrittenValue> values = rules.values_at(path);
    const std::string object = object_of_path(path);
    for (std::string above = path; values.empty() && above.size() > object.size();) {
      above = above.substr(0, above.rfind('.'));
      const Node* node = rules.find(above);
      if (node && above.size() > object.size() && rules.is_value(*node, above)) values = rules.values_at(above);
      if (node) break;
    }
    return values;
  }

  const Model& model_;
  Side side_;
  std::vector<Side> others_;
};

}  // namespace

bool path_matches(std::string_view path, std::string_view pattern) {
  const auto words = parts_of_path(path);
  const auto wanted = parts_of_path(pattern);
  if (wanted.size() > words.size()) return false;
  return std::equal(wanted.begin(), wanted.end(), words.begin(),
                    [](const std::string& want, const std::string& word) { return word_matches(word, want); });
}

RulesAccount rules_account(const Model& model, std::size_t arm, std::string_view pattern) {
  return Accountant(model, arm).account(pattern);
}

std::string nearest_path(const Model& model, std::size_t arm, std::string_view pattern) {
  const WrittenRules rules(model, model.arms[arm], model.arms[arm].versions.back());
  const auto parts = parts_of_path(pattern);
  const Node* node = &rules.document();
  std::string found;
  for (const std::string& part : parts) {
    const Node* child = node->find(part);
    const std::string nearest = child ? part : nearest_name(part, node->keys());
    if (nearest.empty()) break;
    found += (found.empty() ? "" : ".") + nearest;
    node = node->find(nearest);
  }
  if (parts_of_path(found).size() == parts.size()) return found;
  std::map<std::string, std::string> things;
  std::vector<std::string> names;
  for (const WrittenValue& value : rules.values_at("")) {
    const auto of = parts_of_path(value.object);
    if (things.try_emplace(of.back(), value.object).second) names.push_back(of.back());
  }
  const std::string word = parts.empty() ? std::string() : parts.back();
  const std::string nearest = things.contains(word) ? word : nearest_name(word, names);
  return nearest.empty() ? found : things.at(nearest);
}

}  // namespace sagsflow

#include "output/labels.h"

#include <algorithm>

#include "output/text_width.h"

namespace sagsflow {
namespace {

constexpr std::size_t kWidestColumnName = 18;

/// "procedure.jaf" of "procedure.jaf.step.plan"; empty for what stands by itself.
std::string_view parent_path(std::string_view path) {
  const std::size_t name = path.rfind('.');
  if (name == std::string_view::npos) return {};
  const std::size_t collection = path.rfind('.', name - 1);
  return collection == std::string_view::npos ? std::string_view{} : path.substr(0, collection);
}

std::string either(const std::string& da, const std::string& en, const std::string& name, Language language) {
  const std::string& first = language == Language::danish ? da : en;
  const std::string& second = language == Language::danish ? en : da;
  return !first.empty() ? first : !second.empty() ? second : name;
}

/// "Forsøg" of "Forsøg: første JAF uden om teamet".
std::string head_of(const std::string& label) {
  return label.substr(0, label.find(':'));
}

}  // namespace

std::string short_label_of(const ObjectInfo& object, Language language) {
  return either(object.label_da, object.label_en, object.path, language);
}

std::string label_of(const Results& results, const ObjectInfo& object, Language language) {
  const std::string label = short_label_of(object, language);
  const std::string_view parent = parent_path(object.path);
  const auto found = std::ranges::find(results.objects, parent, &ObjectInfo::path);
  if (parent.empty() || found == results.objects.end()) return label;
  return label + " (" + short_label_of(*found, language) + ")";
}

std::string label_of(const ArmInfo& arm, Language language) {
  return either(arm.label_da, arm.label_en, arm.name, language);
}

std::string column_name_of(const Results& results, std::size_t arm, Language language) {
  std::string label = label_of(results.arms[arm], language);
  if (columns_of(label) <= kWidestColumnName) return label;
  const std::string head = head_of(label);
  const auto alike = std::ranges::count_if(
      results.arms, [&](const ArmInfo& other) { return head_of(label_of(other, language)) == head; });
  return alike == 1 && columns_of(head) <= kWidestColumnName ? head : results.arms[arm].name;
}

std::string column_names_text(const Results& results, Language language) {
  std::string text;
  for (std::size_t arm = 0; arm < results.arms.size(); ++arm) {
    const std::string label = label_of(results.arms[arm], language);
    const std::string name = column_name_of(results, arm, language);
    if (name == label) continue;
    text += (label.starts_with(name + ":") ? label : name + ": " + label) + '\n';
  }
  return text;
}

std::string label_of(const TargetInfo& target, Language language) {
  return either(target.label_da, target.label_en, target.name, language);
}

double window_years(const Results& results) {
  return in_days(results.run.length) / in_days(kYear);
}

std::size_t replications_of(const Results& results) {
  return results.observations.empty() ? 0 : results.observations.front().replications.size();
}

}  // namespace sagsflow

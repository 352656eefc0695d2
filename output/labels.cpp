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

std::string column_name_of(const ArmInfo& arm, Language language) {
  std::string label = label_of(arm, language);
  return columns_of(label) <= kWidestColumnName || arm.name.empty() ? label : arm.name;
}

std::string column_names_text(const Results& results, Language language) {
  std::string text;
  for (const ArmInfo& arm : results.arms) {
    const std::string label = label_of(arm, language);
    if (column_name_of(arm, language) != label) text += arm.name + ": " + label + '\n';
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

#include "models/process/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/language/values.h"
#include "models/process/named.h"

namespace sagsflow {
namespace {

constexpr std::size_t kMostGroups = 1000;

}  // namespace

ReportDefinition read_report(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  ReportDefinition report;
  const Node* by = table.find("by");
  if (by != nullptr) report.place = by->place;
  report.by = read_names(table, "by", NameReader{"attribute"});
  for (auto name = report.by.begin(); name != report.by.end(); ++name) {
    if (std::find(report.by.begin(), name, *name) == name) continue;
    reading.diagnostics.error(by->place, fmt::format("\"{}\" is named twice", *name));
    break;
  }
  report.period =
      static_cast<ReportDefinition::Period>(read_word(table, "periods", {"none", "month", "quarter", "year"}));
  table.finish();
  return report;
}

void check_report(const ReportDefinition& report, const Definitions& rules, Diagnostics& diagnostics) {
  std::size_t groups = 0;
  for (const std::string& name : report.by) {
    const auto trait = std::ranges::find(rules.traits, name, &TraitDefinition::name);
    if (trait != rules.traits.end()) groups += trait->values.size();
  }
  if (groups <= kMostGroups) return;
  diagnostics.error(report.place, fmt::format("{} groups to report by, the limit is {}", groups, kMostGroups));
}

}  // namespace sagsflow

#include "models/process/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/language/names.h"
#include "models/language/values.h"
#include "models/process/evidence.h"
#include "models/process/named.h"

namespace sagsflow {
namespace {

constexpr std::size_t kMostGroups = 1000;

RankingDefinition read_ranking(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  RankingDefinition ranking;
  ranking.place = node.place;
  ranking.label = table.required("label", read_label);
  for (const auto& measure : table.required("measure", read_texts)) ranking.measures.push_back(measure.value);
  const Node* measures = table.find("measure");
  if (measures != nullptr && measures->is(Node::Kind::array) && measures->children.empty()) {
    reading.diagnostics.error(measures->place, "expected at least one measure");
  }
  ranking.more_is_better = read_word(table, "good", {"less", "more"}) == 1;
  table.finish();
  return ranking;
}

/// `[[report.ranking]]`: an array of tables, in its order.
std::vector<RankingDefinition> read_rankings(const Node& node, const std::string& path, Reading& reading) {
  std::vector<RankingDefinition> rankings;
  if (!node.is(Node::Kind::array)) {
    reading.diagnostics.error(node.place, fmt::format("expected an array of tables, got {}", node.described()));
    return rankings;
  }
  for (const Node& item : node.children) rankings.push_back(read_ranking(item, path, reading));
  return rankings;
}

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
  report.rankings = table.value_or("ranking", read_rankings, std::vector<RankingDefinition>{});
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

void check_rankings(const Model& model, Diagnostics& diagnostics) {
  if (model.report.rankings.empty()) return;
  const std::vector<std::string> objects = objects_of(model);
  for (const RankingDefinition& ranking : model.report.rankings) {
    for (const std::string& measure : ranking.measures) {
      const auto is_its = [&](const std::string& object) { return measure.starts_with(object + "."); };
      if (measure.empty() || std::ranges::any_of(objects, is_its)) continue;
      diagnostics.error(ranking.place, fmt::format("ranking by \"{}\" of an unknown object", measure),
                        nearest_name(measure.substr(0, measure.rfind('.')), objects));
    }
  }
}

}  // namespace sagsflow

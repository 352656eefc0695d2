#include "cli/rankings.h"

#include <fmt/format.h>

#include "models/caseload/compile.h"
#include "models/caseload/measures.h"
#include "models/results/ranking.h"

namespace sagsflow {
namespace {

/// A text in one language where there is one, else in the other.
std::string either(const std::string& first, const std::string& second) {
  return first.empty() ? second : first;
}

}  // namespace

std::expected<std::vector<RankingInfo>, std::string> rankings_of(const Model& model) {
  std::vector<RankingInfo> rankings;
  for (const RankingDefinition& ranking : model.report.rankings) {
    rankings.push_back({either(ranking.label.da, ranking.label.en), either(ranking.label.en, ranking.label.da),
                        ranking.measures, ranking.more_is_better});
  }
  if (rankings.empty()) return rankings;
  const auto compiled = compile(model);
  if (!compiled) return std::unexpected(compiled.error());
  Results given;
  for (Measure& measure : measures_of(*compiled)) given.catalogue.push_back(std::move(measure.info));
  for (const RankingInfo& ranking : rankings) {
    if (unit_of(given, ranking)) continue;
    return std::unexpected(fmt::format("report.ranking: the results have no measure \"{}\"{}",
                                       fmt::join(ranking.measures, "\" + \""),
                                       ranking.measures.size() > 1 ? ", or they do not add up" : ""));
  }
  return rankings;
}

}  // namespace sagsflow

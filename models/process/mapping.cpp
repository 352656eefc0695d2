#include "models/process/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "models/process/map_side.h"

namespace sagsflow {
namespace {

/// Puts the maps of two rule sets together: what only one has is added or removed.
class MapMerger {
 public:
  ProcessMap merged(const MapSide& law, const MapSide& arm) {
    add_nodes(law, arm, MapMark::removed);
    add_nodes(arm, law, MapMark::added);
    add_edges(law, arm, MapMark::removed);
    add_edges(arm, law, MapMark::added);
    return std::move(map_);
  }

 private:
  void add_nodes(const MapSide& side, const MapSide& other, MapMark alone) {
    for (const auto& [path, node] : side.nodes()) {
      if (index_.contains(path)) continue;
      MapNode marked = other.nodes().contains(path) && alone == MapMark::removed ? other.nodes().at(path) : node;
      const bool both = other.nodes().contains(path);
      marked.mark = !both                                               ? alone
                    : other.document_of(path) == side.document_of(path) ? MapMark::same
                                                                        : MapMark::altered;
      index_[path] = map_.nodes.size();
      map_.nodes.push_back(std::move(marked));
    }
  }

  void add_edges(const MapSide& side, const MapSide& other, MapMark alone) {
    for (const auto& [key, drawn] : side.edges()) {
      if (!seen_.insert(key).second) continue;
      const auto twin = other.edges().find(key);
      const bool both = twin != other.edges().end();
      MapEdge marked = both && alone == MapMark::removed ? twin->second : drawn;
      marked.mark = !both ? alone : same_rule(drawn, twin->second) ? MapMark::same : MapMark::altered;
      marked.from = index_.at(std::get<0>(key));
      marked.to = index_.at(std::get<1>(key));
      map_.edges.push_back(std::move(marked));
    }
  }

  static bool same_rule(const MapEdge& a, const MapEdge& b) {
    return a.time == b.time && std::ranges::equal(a.ways, b.ways, [](const MapWay& one, const MapWay& other) {
             return one.when == other.when && one.share == other.share;
           });
  }

  ProcessMap map_;
  std::map<std::string, std::size_t> index_;
  std::set<MapSide::EdgeKey> seen_;
};

bool is_wanted(const MapNode& node, const MapChoice& choice) {
  using Kind = MapNode::Kind;
  const bool in_procedure = !node.procedure.empty() || node.kind == Kind::procedure;
  if (choice.statuses) return !in_procedure;
  const std::string wanted = "procedure." + choice.procedure;
  return choice.procedure.empty() || node.procedure == wanted || node.name.path == wanted;
}

/// The wanted nodes, what their edges lead to, and those edges.
ProcessMap chosen(ProcessMap map, const MapChoice& choice) {
  if (choice.procedure.empty() && !choice.statuses) return map;
  std::vector<bool> kept(map.nodes.size());
  for (std::size_t i = 0; i < map.nodes.size(); ++i) kept[i] = is_wanted(map.nodes[i], choice);
  const std::vector<bool> wanted = kept;
  std::erase_if(map.edges,
                [&](const MapEdge& edge) { return !wanted[edge.from] && (choice.statuses || !wanted[edge.to]); });
  for (const MapEdge& edge : map.edges) kept[edge.from] = kept[edge.to] = true;
  std::vector<std::size_t> place(map.nodes.size());
  std::vector<MapNode> nodes;
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    place[i] = nodes.size();
    if (kept[i]) nodes.push_back(std::move(map.nodes[i]));
  }
  map.nodes = std::move(nodes);
  for (MapEdge& edge : map.edges) {
    edge.from = place[edge.from];
    edge.to = place[edge.to];
  }
  return map;
}

Named named_arm(const ArmDefinition& arm) {
  return {arm.name, arm.label.da.empty() ? arm.name : arm.label.da,
          arm.label.en.empty() ? arm.label.da.empty() ? arm.name : arm.label.da : arm.label.en};
}

}  // namespace

ProcessMap process_map(const Model& model, std::size_t arm, const MapChoice& choice) {
  const MapSide law(model, 0);
  const MapSide drawn(model, arm);
  ProcessMap map = chosen(MapMerger().merged(law, drawn), choice);
  map.title = {"", model.title.da, model.title.en};
  map.law = named_arm(model.arms.front());
  map.arm = named_arm(model.arms[arm]);
  return map;
}

}  // namespace sagsflow

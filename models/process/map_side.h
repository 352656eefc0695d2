#pragma once

#include <map>
#include <string>
#include <tuple>

#include "models/description/process_map.h"
#include "models/process/written_rules.h"

namespace sagsflow {

/// One arm's process graph as nodes and edges of a map, without marks.
class MapSide {
 public:
  /// From, to, kind and name.
  using EdgeKey = std::tuple<std::string, std::string, MapEdge::Kind, std::string>;

  MapSide(const Model& model, std::size_t arm);

  const std::map<std::string, MapNode>& nodes() const { return nodes_; }  ///< by path
  const std::map<EdgeKey, MapEdge>& edges() const { return edges_; }      ///< whose from and to are not set

  /// The rules of the thing at this path as text, labels and provenance apart: equal if and only if they are the same.
  std::string document_of(const std::string& path) const;

 private:
  void add_node(MapNode node) { nodes_.insert_or_assign(node.name.path, std::move(node)); }
  void add_statuses(const Definitions& rules);
  void add_procedures(const Definitions& rules);
  MapNode step_node(const ProcedureDefinition& procedure, const StepDefinition& step, const Definitions& rules) const;
  void add_edges(const Definitions& rules);
  void add_ends(const ProcedureDefinition& procedure);
  void add_edge(const std::string& from, const std::string& to, MapEdge::Kind kind, const std::string& name,
                const Definitions& rules);

  WrittenRules rules_;
  std::map<std::string, MapNode> nodes_;
  std::map<EdgeKey, MapEdge> edges_;
};

}  // namespace sagsflow

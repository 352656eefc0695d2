#include "models/process/mapping.h"

#include <catch2/catch.hpp>

#include "read_scenario.h"

namespace sagsflow {
namespace {

Model law_and_trial() {
  const ReadScenario read("[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"forsoeg\"\ntrials = [\"trial.toml\"]\n",
                          {{"trial.toml",
                            "[trial]\nid = \"proeve\"\nremove = [\"status.syg.duty.opfoelgning\"]\n"
                            "[status.syg]\non_enter = [\"samtaler\"]\n"
                            "[status.syg.exit.rask]\nafter = \"20 weeks\"\n"
                            "[procedure.samtaler.step.samtale]\nnext = { brev = 0.3, end = \"rest\" }\n"
                            "[procedure.samtaler.step.brev]\nwait = { exponential = \"2 days\" }\n"}});
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  return *read.model;
}

const MapNode& node_at(const ProcessMap& map, const std::string& path) {
  for (const MapNode& node : map.nodes) {
    if (node.name.path == path) return node;
  }
  FAIL("no node " << path);
  return map.nodes.front();
}

const MapEdge& edge_at(const ProcessMap& map, const std::string& from, const std::string& to, MapEdge::Kind kind) {
  for (const MapEdge& edge : map.edges) {
    const bool here = map.nodes[edge.from].name.path == from && map.nodes[edge.to].name.path == to;
    if (here && edge.kind == kind) return edge;
  }
  FAIL("no edge from " << from << " to " << to);
  return map.edges.front();
}

}  // namespace

TEST_CASE("the law's own map marks nothing") {
  const ProcessMap map = process_map(law_and_trial(), 0);
  CHECK_FALSE(map.compares());
  for (const MapNode& node : map.nodes) CHECK(node.mark == MapMark::same);
  for (const MapEdge& edge : map.edges) CHECK(edge.mark == MapMark::same);
}

TEST_CASE("a trial's map has both arms, each difference marked") {
  const ProcessMap map = process_map(law_and_trial(), 1);
  const std::string samtale = "procedure.samtaler.step.samtale", brev = "procedure.samtaler.step.brev";
  CHECK(node_at(map, samtale).mark == MapMark::altered);
  CHECK(node_at(map, samtale).actors.at(0).path == "pool.sagsbehandler");
  CHECK(node_at(map, samtale).time == "30 min");
  CHECK(node_at(map, brev).mark == MapMark::added);
  CHECK(node_at(map, brev).kind == MapNode::Kind::wait);
  CHECK(node_at(map, "status.job").mark == MapMark::same);
  CHECK(node_at(map, "status.job").kind == MapNode::Kind::final_status);
  const MapEdge& to_brev = edge_at(map, samtale, brev, MapEdge::Kind::next);
  CHECK(to_brev.mark == MapMark::added);
  REQUIRE(to_brev.ways.size() == 1);
  CHECK(to_brev.ways[0].share == Approx(0.3));
  const MapEdge& to_end = edge_at(map, samtale, "procedure.samtaler.end", MapEdge::Kind::next);
  CHECK(to_end.mark == MapMark::altered);
  CHECK(to_end.ways.at(0).share == Approx(0.7));
  CHECK(edge_at(map, "status.syg", "procedure.samtaler", MapEdge::Kind::duty).mark == MapMark::removed);
  CHECK(edge_at(map, "status.syg", "procedure.samtaler", MapEdge::Kind::on_enter).mark == MapMark::added);
  const MapEdge& exit = edge_at(map, "status.syg", "status.job", MapEdge::Kind::exit);
  CHECK(exit.mark == MapMark::altered);
  CHECK(exit.time == "20 weeks");
}

TEST_CASE("a part of the map has what leads into it and out of it") {
  const Model model = law_and_trial();
  const ProcessMap procedure = process_map(model, 0, {"samtaler", false});
  for (const MapNode& node : procedure.nodes) CHECK(node.kind != MapNode::Kind::arrival);
  CHECK(node_at(procedure, "procedure.samtaler.step.samtale").kind == MapNode::Kind::work);
  edge_at(procedure, "status.syg", "procedure.samtaler", MapEdge::Kind::duty);
  const ProcessMap statuses = process_map(model, 0, {"", true});
  for (const MapNode& node : statuses.nodes) CHECK(node.procedure.empty());
  edge_at(statuses, "arrival.nye", "status.syg", MapEdge::Kind::arrives);
}

}  // namespace sagsflow

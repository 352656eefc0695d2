#include "models/process/process_graph.h"

#include <catch2/catch.hpp>
#include <set>

#include "read_scenario.h"

namespace sagsflow {

TEST_CASE("the rules are one graph of statuses, procedures and steps") {
  const ReadScenario read(
      "[procedure.samtaler.step.samtale]\nnext = { klage = 0.25, end = \"rest\" "
      "}\n[procedure.samtaler.step.klage]\nbecome = \"job\"\n");
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  const Definitions& rules = read.model->arms[0].versions[0].definitions;
  const ProcessGraph graph = process_graph(rules);
  std::set<std::string> ways;
  const auto [begin, end] = boost::edges(graph);
  for (auto edge = begin; edge != end; ++edge) {
    ways.insert(path_of(graph[boost::source(*edge, graph)], rules) + " > " +
                path_of(graph[boost::target(*edge, graph)], rules));
  }
  CHECK(ways == std::set<std::string>{"arrival.nye > status.syg", "status.syg > status.job",
                                      "status.syg > procedure.samtaler",
                                      "procedure.samtaler > procedure.samtaler.step.samtale",
                                      "procedure.samtaler.step.samtale > procedure.samtaler.step.klage",
                                      "procedure.samtaler.step.klage > status.job"});
}

TEST_CASE("an edge has the largest share that a case gives it") {
  const ReadScenario read(
      "[procedure.samtaler.step.samtale]\nnext = { by = \"risiko\", lav = { klage = 0.25, end = \"rest\" }, hoej = { "
      "klage = 0.5, end = 0.5 } }\n"
      "[procedure.samtaler.step.klage]\nwait = \"1 day\"\n");
  REQUIRE(read.model);
  const ProcessGraph graph = process_graph(read.model->arms[0].versions[0].definitions);
  double share = 0;
  const auto [begin, end] = boost::edges(graph);
  for (auto edge = begin; edge != end; ++edge) {
    if (graph[*edge].kind == ProcessEdge::Kind::next) share = graph[*edge].share;
  }
  CHECK(share == 0.5);
}

}  // namespace sagsflow

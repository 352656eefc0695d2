#include "output/map_dot.h"

#include <catch2/catch.hpp>

#include "output/map_sheet.h"
#include "output/map_words.h"

using namespace sagsflow;

namespace {

MapNode node_of(MapNode::Kind kind, const std::string& path, const std::string& label) {
  MapNode node;
  node.kind = kind;
  node.name = {path, label, label};
  const std::size_t step = path.find(".step.");
  if (step != std::string::npos) node.procedure = path.substr(0, step);
  return node;
}

MapEdge edge_of(MapEdge::Kind kind, std::size_t from, std::size_t to) {
  MapEdge edge;
  edge.kind = kind;
  edge.from = from;
  edge.to = to;
  return edge;
}

/// A procedure of two steps in which the trial adds a way past the second.
ProcessMap small_map() {
  ProcessMap map;
  map.title = {"", "Prøve", "Test"};
  map.law = {"lov", "Lov", "Law"};
  map.arm = {"forsoeg", "Forsøg", "Trial"};
  map.nodes = {node_of(MapNode::Kind::status, "status.syg", "Syg & <træt>"),
               node_of(MapNode::Kind::procedure, "procedure.p", "Sagen"),
               node_of(MapNode::Kind::work, "procedure.p.step.a", "Visitation"),
               node_of(MapNode::Kind::wait, "procedure.p.step.b", "Attest"),
               node_of(MapNode::Kind::end, "procedure.p.end", "")};
  map.nodes[2].time = "45 min";
  map.nodes[3].time = "lognormal 60 days, sd 30 days";
  map.nodes[3].mark = MapMark::removed;
  map.nodes[4].procedure = "procedure.p";
  map.edges = {edge_of(MapEdge::Kind::on_enter, 0, 1), edge_of(MapEdge::Kind::first, 1, 2),
               edge_of(MapEdge::Kind::next, 2, 3), edge_of(MapEdge::Kind::next, 2, 4)};
  map.edges[2].mark = MapMark::removed;
  map.edges[2].ways = {{"", 0.2}};
  map.edges[3].mark = MapMark::added;
  map.edges[3].ways = {{"", 0.8}};
  return map;
}

/// The line of the text that has this in it.
std::string line_with(const std::string& text, const std::string& what) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) return {};
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

}  // namespace

TEST_CASE("what a trial adds or takes away has its own sign, colour and line") {
  const std::string dot = map_dot(small_map(), Language::danish);
  const std::string gone = line_with(dot, "n3 [");
  CHECK(gone.find("– Attest") != std::string::npos);
  CHECK(gone.find("dashed") != std::string::npos);
  CHECK(gone.find("#D55E00") != std::string::npos);
  const std::string added = line_with(dot, "n2 -> n4");
  CHECK(added.find("+ 80 %") != std::string::npos);
  CHECK(added.find("#009E73") != std::string::npos);
  CHECK(added.find("penwidth") != std::string::npos);
  CHECK(line_with(dot, "n2 -> n3").find("style=dashed") != std::string::npos);
  for (const std::string color : {"#D55E00", "#009E73", "#0072B2"}) {
    CHECK(line_with(dot, "n2 [").find(color) == std::string::npos);
  }
}

TEST_CASE("labels cannot break out of the graph") {
  ProcessMap map = small_map();
  const std::string dot = map_dot(map, Language::danish);
  CHECK(dot.find("Syg &amp; &lt;træt&gt;") != std::string::npos);
  CHECK(dot.find("<træt>") == std::string::npos);
}

TEST_CASE("every frame is a graph of its own, the legend last") {
  const auto frames = map_frames_dot(small_map(), Language::english);
  REQUIRE(frames.size() == 2);
  CHECK(frames[0].find("cluster_p1") != std::string::npos);
  CHECK(frames[1].find("Legend") != std::string::npos);
  for (const std::string& frame : frames) CHECK(frame.starts_with("digraph"));
}

TEST_CASE("times are short and in the reader's language") {
  CHECK(time_words("lognormal 60 days, sd 30 days", Language::danish) == "60 dage i snit");
  CHECK(time_words("exponential 3.6 years", Language::danish) == "3,6 år i snit");
  CHECK(time_words("exponential 3.6 years", Language::english) == "3.6 years on average");
  CHECK(time_words("uniform (3 days, 14 days)", Language::danish) == "3 dage–14 dage");
  CHECK(time_words("10 working days", Language::danish) == "10 arbejdsdage");
  CHECK(time_words("1725 DKK", Language::danish) == "1725 kr.");
  CHECK(time_words("accumulated 22 weeks, within 9 months", Language::danish) == "i alt 22 uger");
  CHECK(time_words("2.4 h", Language::danish) == "2,4 t.");
}

TEST_CASE("a choice by a trait says the value, many of them their range") {
  MapEdge edge;
  CHECK(ways_words(edge, Language::danish).empty());
  edge.ways = {{"", 1.0}};
  CHECK(ways_words(edge, Language::danish).empty());
  edge.ways = {{"jaf_nr = foerste", 1.0}};
  CHECK(ways_words(edge, Language::danish) == "foerste");
  edge.ways = {{"jaf_nr = foerste", 0.25}, {"syg = false", 1.0}};
  CHECK(ways_words(edge, Language::danish) == "foerste: 25 %\nikke syg");
  edge.ways = {{"a = 1", 0.1}, {"a = 2", 0.4}, {"a = 3", 0.2}, {"a = 4", 0.3}};
  CHECK(ways_words(edge, Language::english) == "10%–40%");
}

TEST_CASE("drawings lie beside each other on one sheet no larger than A3") {
  const std::string drawing =
      "<?xml version=\"1.0\"?>\n<svg width=\"900pt\" height=\"700pt\" viewBox=\"0.00 0.00 900.00 700.00\">"
      "<g id=\"graph0\"/></svg>";
  const std::string sheet = map_sheet(small_map(), std::vector<std::string>(6, drawing), Language::danish);
  CHECK(sheet.find("Prøve – Forsøg mod Lov") != std::string::npos);
  CHECK(sheet.find("id=\"f1_graph0\"") != std::string::npos);
  CHECK(sheet.find("id=\"f6_graph0\"") != std::string::npos);
  const double width = std::stod(sheet.substr(sheet.find("width=\"") + 7));
  const double height = std::stod(sheet.substr(sheet.find("height=\"") + 8));
  CHECK(std::max(width, height) <= 420);
  CHECK(std::min(width, height) <= 297);
  CHECK(map_sheet(small_map(), {"no drawing"}, Language::danish).empty());
}

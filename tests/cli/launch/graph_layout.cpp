#include "cli/launch/graph_layout.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

TEST_CASE("a graph becomes the same drawing each time, its Danish letters whole") {
  const std::string dot = "digraph g { node [fontname=Helvetica]; a [label=\"Lægeattest\"]; a -> b [label=<70 %>]; }";
  const auto once = svg_of_dot(dot);
  REQUIRE(once);
  CHECK(once->find("Lægeattest") != std::string::npos);
  CHECK(once->find("70 %") != std::string::npos);
  CHECK(once->find("<svg") != std::string::npos);
  CHECK(svg_of_dot(dot).value() == *once);
}

TEST_CASE("what is no graph is refused with Graphviz's words") {
  const auto svg = svg_of_dot("digraph g { a -> ");
  REQUIRE_FALSE(svg);
  CHECK(svg.error().find("Graphviz") == 0);
  CHECK(svg.error().find("syntax error") != std::string::npos);
}

#pragma once

#include <expected>
#include <string>

namespace sagsflow {

/// The drawing of a graph in Graphviz's DOT language as SVG. It does not depend on the machine's fonts: text is
/// measured with Graphviz's own tables. Error: what is wrong with the graph.
std::expected<std::string, std::string> svg_of_dot(const std::string& dot);

}  // namespace sagsflow

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/description/process_map.h"
#include "output/language.h"

namespace sagsflow {

// How the map looks: shapes for kinds, and for marks colours that people who see no red or green tell apart (Okabe and
// Ito, 2008, "Color universal design"), with line styles and signs that a black-and-white print keeps.

/// A line of small print in a node, with its own mark.
struct DrawnLine {
  std::string text;
  MapMark mark = MapMark::same;
};

struct DrawnNode {
  MapNode::Kind kind = MapNode::Kind::status;
  MapMark mark = MapMark::same;
  std::string title;
  std::vector<DrawnLine> lines;
  bool outside = false;
  bool choice = false;  ///< of a branch: it has several ways on
};

/// For text between tags.
std::string escaped(std::string_view text);

/// " [shape=…, label=<…>]"
std::string node_attributes(const DrawnNode& node);
std::string edge_attributes(MapEdge::Kind kind, MapMark mark, const std::vector<std::string>& lines);
/// Of a cluster, a line.
std::string frame_attributes(const std::string& title, MapMark mark);

/// A cluster that shows each shape and mark.
std::string legend_dot(bool compares, Language language);

inline constexpr std::string_view kGraphAttributes =
    "  graph [fontname=\"Helvetica\", fontsize=11, labelloc=t, labeljust=l, rankdir=TB, "
    "nodesep=0.15, ranksep=0.22, margin=0.02, outputorder=edgesfirst];\n"
    "  node [fontname=\"Helvetica\", fontsize=10, margin=\"0.1,0.05\", height=0.3, width=0.6, style=filled, "
    "fillcolor=white, color=\"#333333\"];\n"
    "  edge [fontname=\"Helvetica\", fontsize=8, color=\"#333333\", arrowsize=0.6];\n";

}  // namespace sagsflow

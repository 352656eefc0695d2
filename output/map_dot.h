#pragma once

#include <string>
#include <vector>

#include "models/description/process_map.h"
#include "output/language.h"

namespace sagsflow {

/// The map as one graph in Graphviz's DOT language: a frame for the statuses, one for each procedure, and a legend.
/// Nothing leads from frame to frame. Equal maps give equal bytes.
std::string map_dot(const ProcessMap& map, Language language);

/// Each frame as a graph of its own, the statuses first, the legend last.
std::vector<std::string> map_frames_dot(const ProcessMap& map, Language language);

}  // namespace sagsflow

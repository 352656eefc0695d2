#pragma once

#include <string>
#include <vector>

#include "models/description/process_map.h"
#include "output/language.h"

namespace sagsflow {

/// Drawings as SVG, as Graphviz writes it, put side by side on one sheet below the map's title: in the shape of a sheet
/// of A3, upright or lying, whichever they fill better, and no larger than that. Nothing where one of them is no such
/// SVG.
std::string map_sheet(const ProcessMap& map, const std::vector<std::string>& drawings, Language language);

}  // namespace sagsflow

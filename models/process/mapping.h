#pragma once

#include <optional>
#include <string>

#include "models/description/process_map.h"
#include "models/process/model.h"

namespace sagsflow {

/// Which part of the map is wanted; without either, all of it.
struct MapChoice {
  std::string procedure;  ///< a name: that procedure alone
  bool statuses = false;  ///< the statuses and their exits alone
};

/// The process of an arm, each thing marked by how it differs from the first arm's. An arm with several sets of trials
/// is drawn with the largest of them in force.
ProcessMap process_map(const Model& model, std::size_t arm, const MapChoice& choice = {});

}  // namespace sagsflow

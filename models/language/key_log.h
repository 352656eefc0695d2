#pragma once

#include <string>
#include <vector>

#include "models/language/origin.h"

namespace sagsflow {

/// A key that a reader asked a table for.
struct KeyAsked {
  std::string table;          ///< its shape, "quantity", or its path with "*" for free names: "status.*.exit.*"
  std::string key;            ///< "*" for keys that people choose
  bool found = false;         ///< whether the table had it
  std::vector<Place> places;  ///< of the key and of all that its value consists of, where it was found
};

/// Every key that the readers asked for: what the language has, for tests of its description.
using KeyLog = std::vector<KeyAsked>;

}  // namespace sagsflow

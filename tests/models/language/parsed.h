#pragma once

#include <string>

#include "models/language/node.h"

namespace sagsflow {

/// The text as a document "t.toml" of `diagnostics`; an empty table where it cannot be read.
inline Node parsed(const std::string& text, Diagnostics& diagnostics) {
  return parse_toml(diagnostics.add_file("t.toml", text), diagnostics).value_or(Node{});
}

}  // namespace sagsflow

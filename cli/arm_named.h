#pragma once

#include <cstddef>
#include <expected>
#include <string>

#include "models/process/model.h"

namespace sagsflow {

/// The index of the arm with this name. Error: the exit code; a message with the nearest name is on standard error.
std::expected<std::size_t, int> arm_named(const Model& model, const std::string& name);

/// Says on standard error that there is no such thing, and the nearest that there is. Gives the exit code.
int refuse_unknown(std::string_view what, const std::string& name, const std::vector<std::string>& known);

}  // namespace sagsflow

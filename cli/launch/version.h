#pragma once

#include <string_view>

namespace sagsflow {

/// The version of the project, "0.1.0".
std::string_view version();

/// The commit the program was built from, twelve hexadecimal digits, "-dirty" behind them when files had changed since;
/// empty when it was not built from a git repository.
std::string_view commit();

}  // namespace sagsflow

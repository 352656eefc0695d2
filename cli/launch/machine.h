#pragma once

#include <string>

namespace sagsflow {

/// Where a result was made. What cannot be known is empty.
struct Machine {
  std::string host;
  std::string system;        ///< "Linux 6.1.0-18-amd64"
  std::string architecture;  ///< "x86_64"
  unsigned processors = 1;   ///< that this process may use
};

Machine this_machine();

}  // namespace sagsflow

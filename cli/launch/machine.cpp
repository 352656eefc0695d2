#include "cli/launch/machine.h"

#include <oneapi/tbb/info.h>
#include <sys/utsname.h>

namespace sagsflow {

Machine this_machine() {
  Machine machine;
  machine.processors = static_cast<unsigned>(tbb::info::default_concurrency());
  utsname names;
  if (uname(&names) == 0) {
    machine.host = names.nodename;
    machine.system = std::string(names.sysname) + " " + names.release;
    machine.architecture = names.machine;
  }
  return machine;
}

}  // namespace sagsflow

# Which commit a program was built from: known at build time, not at configuration, and written only when it changes.
# As a script (cmake -P) with SOURCE, VERSION and TARGET it writes TARGET; included, it defines sagsflow_commit.

if(CMAKE_SCRIPT_MODE_FILE)
  execute_process(COMMAND git -C ${SOURCE} describe --always --abbrev=12 --dirty --exclude=*
                  OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(failed)
    set(commit "")
  endif()
  file(CONFIGURE OUTPUT ${TARGET} CONTENT [[#include "cli/launch/version.h"

namespace sagsflow {
std::string_view version() { return "@VERSION@"; }
std::string_view commit() { return "@commit@"; }
}  // namespace sagsflow
]] @ONLY)
  return()
endif()

function(sagsflow_commit target)
  set(generated ${PROJECT_BINARY_DIR}/generated/${target}_commit.cpp)
  add_custom_target(${target}_commit BYPRODUCTS ${generated}
    COMMAND ${CMAKE_COMMAND} -D SOURCE=${PROJECT_SOURCE_DIR} -D VERSION=${PROJECT_VERSION} -D TARGET=${generated}
            -P ${PROJECT_SOURCE_DIR}/cmake/Commit.cmake)
  target_sources(${target} PRIVATE ${generated})
  add_dependencies(${target} ${target}_commit)
endfunction()

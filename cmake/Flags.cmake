# What every target is compiled with. No contraction: a sum must have the same bits on every machine.
add_library(sagsflow_flags INTERFACE)
target_compile_features(sagsflow_flags INTERFACE cxx_std_23)
target_compile_options(sagsflow_flags INTERFACE -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # The 128-bit integers of the clock and of the areas are an extension both compilers have.
  # clang blames whoever calls std::stable_sort for what libstdc++ 12 uses inside it; g++ still sees our own.
  target_compile_options(sagsflow_flags INTERFACE -Wno-gnu-anonymous-struct -Wno-deprecated-declarations)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # Sees an overlap in "text" + std::string that is not there (GCC bug 105651).
  target_compile_options(sagsflow_flags INTERFACE -Wno-restrict)
endif()
option(SAGSFLOW_WERROR "warnings are errors" ON)
if(SAGSFLOW_WERROR)
  target_compile_options(sagsflow_flags INTERFACE -Werror)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)

find_program(SAGSFLOW_CCACHE ccache)
if(SAGSFLOW_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SAGSFLOW_CCACHE})
endif()

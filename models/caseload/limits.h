#pragma once

#include <cstdint>

namespace sagsflow {

/// Most events of one replication and arm, and most citizens in one of its worlds at a time: what memory holds.
struct Limits {
  std::uint64_t events = 20'000'000'000;
  std::uint32_t citizens = 100'000'000;
  int depth = 256;  ///< procedures that start each other, or statuses that follow each other, at one instant
};

}  // namespace sagsflow

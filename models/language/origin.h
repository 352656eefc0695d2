#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sagsflow {

/// Where something stands in a file: index into `Files`, line and column from 1. Line 0: nowhere.
struct Place {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  auto operator<=>(const Place&) const = default;
};

/// Where a value comes from.
struct Origin {
  Place place;
  std::string text;    ///< as written: "45 min", "lognormal 60 days, sd 30 days"
  std::string source;  ///< names a [source.ID], or empty
  std::string quote;
  std::string note;
  bool assumed = false;
  std::string calibrated;  ///< "FILE TARGET" that it was chosen for, or empty
  std::string low;         ///< as written; empty if none
  std::string high;
};

template <class T>
struct Sourced {
  T value{};
  Origin origin;
};

/// Names for people, in Danish and English; either may be empty.
struct Label {
  std::string da;
  std::string en;
};

}  // namespace sagsflow

#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>

namespace sagsflow {

/// Where something stands in a file: index into `Files`, line and column from 1. Line 0: nowhere.
struct Place {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  auto operator<=>(const Place&) const = default;
};

/// What a long form says of its value.
struct Provenance {
  std::string source;  ///< names a [source.ID], or empty
  std::string quote;
  std::string note;
  bool assumed = false;
  std::string calibrated;  ///< "FILE TARGET" that it was chosen for, or empty
  std::string low;         ///< as written; empty if none
  std::string high;
};

/// Where a value comes from. Every number and name of the rules has one and most say no more than their place and text,
/// so that what more there is lies apart, and copies share it.
class Origin {
 public:
  Place place;
  std::string text;  ///< as written: "45 min", "lognormal 60 days, sd 30 days"

  const Provenance& provenance() const {
    static const Provenance nothing;
    return provenance_ ? *provenance_ : nothing;
  }
  /// To be changed: no longer shared.
  Provenance& own_provenance() {
    if (!provenance_ || provenance_.use_count() > 1) provenance_ = std::make_shared<Provenance>(provenance());
    return *provenance_;
  }

 private:
  std::shared_ptr<Provenance> provenance_;  ///< none: nothing is said
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

#pragma once

#include <cstdint>

#include "models/caseload/cause.h"
#include "models/caseload/citizens.h"
#include "models/caseload/notes.h"

namespace sagsflow {

/// Who a citizen is, in every arm: the number counts from 1 in the arrival or the stock from when the clock begins; the
/// index from 0 in what came together.
struct CitizenId {
  bool in_stock = false;
  std::uint32_t source = 0;  ///< the arrival's or the stock's number in the catalogue
  std::uint64_t number = 0;
  std::uint32_t index = 0;
  bool operator==(const CitizenId&) const = default;
};

/// Who looks on while a world runs and is told what happens to whom; a usual run has nobody.
class Witness {
 public:
  virtual ~Witness() = default;

  /// A citizen comes, with these traits; one of a stock was there already.
  virtual void came(const Citizen& citizen, const CitizenId& who, const std::uint8_t* traits) = 0;
  virtual void noted(const Citizen& citizen, const Note& note) = 0;
  /// What the wait was for, by cause, of which the next note tells.
  virtual void waited(const Citizen&, const CausedWait&) {}
  /// When the duty of which the next note tells is due, and until when it is in time.
  virtual void duty_times(const Citizen&, Time /*due*/, Time /*deadline*/) {}
  /// A rule sets a trait, perhaps to what it is, or raises a flag.
  virtual void trait_set(const Citizen&, std::uint16_t /*trait*/, std::uint8_t /*value*/, Because, Time /*now*/) {}
};

}  // namespace sagsflow

#pragma once

#include <cstdint>

#include "sim/engine/time.h"

namespace sagsflow {

/// The order of what falls on one instant. Within a phase: first scheduled, first served.
enum class Phase : std::uint8_t {
  bounds,    ///< the window opens or closes, the run ends
  reform,    ///< rules change
  calendar,  ///< opening, closing, staff changes
  work_end,
  wait_end,
  exit,
  duty,
  arrival,
  session,
  work_start,  ///< of pools, by path; never queued: see run_until
  patience,
  observation  ///< what has happened to somebody by an age, this instant included
};

/// What is to happen: when, in which phase, and to whom. One 128-bit number whose order is the order of events:
/// time since the clock began in 56 bits, phase in 4, sequence in 36, index in 32.
class Event {
 public:
  static constexpr int kIndexBits = 32;
  static constexpr int kSequenceBits = 36;
  static constexpr int kPhaseBits = 4;
  static constexpr std::uint64_t kMaxSequence = (std::uint64_t{1} << kSequenceBits) - 1;

  Event() = default;
  Event(Span since_begin, Phase phase, std::uint64_t sequence, std::uint32_t index)
      : key_((static_cast<UnsignedWide>(static_cast<std::uint64_t>(since_begin.count()) << kPhaseBits |
                                        static_cast<std::uint64_t>(phase))
              << (kSequenceBits + kIndexBits)) |
             (static_cast<UnsignedWide>(sequence) << kIndexBits) | index) {}

  Span since_begin() const {
    return Span(static_cast<std::int64_t>(key_ >> (kPhaseBits + kSequenceBits + kIndexBits)));
  }
  Phase phase() const { return static_cast<Phase>(static_cast<unsigned>(key_ >> (kSequenceBits + kIndexBits)) & 15U); }
  std::uint64_t sequence() const { return static_cast<std::uint64_t>(key_ >> kIndexBits) & kMaxSequence; }
  std::uint32_t index() const { return static_cast<std::uint32_t>(key_); }

  bool operator<(const Event& other) const { return key_ < other.key_; }
  bool operator==(const Event& other) const { return key_ == other.key_; }

 private:
  UnsignedWide key_ = 0;
};

static_assert(sizeof(Event) == 16);

}  // namespace sagsflow

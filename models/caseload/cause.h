#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sim/engine/time.h"

namespace sagsflow {

/// Why somebody waits. Every instant of a wait has exactly one cause.
enum class Cause : std::uint8_t {
  document,   ///< something is to come: a certificate, a report
  busy,       ///< all staff are busy, or away, in opening hours
  closed,     ///< outside opening hours, or a holiday
  session,    ///< the next session has not been held yet
  full,       ///< a session was held, and its agenda was full
  cancelled,  ///< a session was cancelled
  outside,    ///< an outside unit
  citizen,    ///< the citizen's own
  by_kind     ///< as the kind of the step has it: no cause of a wait
};

inline constexpr std::array<std::string_view, 8> kCauseNames = {"document", "busy",      "closed",  "session",
                                                                "full",     "cancelled", "outside", "citizen"};

/// A wait by cause. No wait has more than three causes.
class CausedWait {
 public:
  struct Part {
    Cause cause;
    Span length;
  };
  void add(Cause cause, Span length) { parts_[count_++] = {cause, length}; }
  const Part* begin() const { return parts_.data(); }
  const Part* end() const { return parts_.data() + count_; }

 private:
  std::array<Part, 3> parts_;
  std::size_t count_ = 0;
};

}  // namespace sagsflow

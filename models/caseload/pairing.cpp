#include "models/caseload/pairing.h"

#include <algorithm>

namespace sagsflow {
namespace {

bool still_waits(Outcome outcome) {
  return (outcome & 1) != 0;
}
Span waited(Outcome outcome) {
  return Span(outcome >> 1);
}

}  // namespace

CitizenChanges changes_between(const CompiledArm& arm, const Ledger& baseline, const Ledger& other) {
  CitizenChanges changes;
  for (std::size_t arrival = 0; arrival < baseline.outcomes.size(); ++arrival) {
    const auto& before = baseline.outcomes[arrival];
    const auto& after = other.outcomes[arrival];
    if (!arm.phases.front().arrivals[arrival].paired) {
      changes.unpaired += static_cast<double>(after.size());
      continue;
    }
    for (std::size_t citizen = 0; citizen < std::min(before.size(), after.size()); ++citizen) {
      if (still_waits(before[citizen]) || still_waits(after[citizen])) {
        changes.undecided += 1;
        continue;
      }
      const Span difference = waited(after[citizen]) - waited(before[citizen]);
      const double days = in_days(difference);
      if (difference <= -kSameWait) {
        changes.shorter += 1;
        changes.shorter_days += days;
      } else if (difference >= kSameWait) {
        changes.longer += 1;
        changes.longer_days += days;
      } else {
        changes.same += 1;
        changes.same_days += days;
      }
    }
  }
  return changes;
}

}  // namespace sagsflow

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

/// What changes for the citizens of one course: how many, who waits shorter and longer, and their days.
struct Account {
  double &citizens, &shorter, &longer, &days;
};

class Comparison {
 public:
  void add(Outcome before, Outcome after, Trails::Course course) {
    const CitizenClass change = class_of(before, after);
    if (change == CitizenClass::undecided) {
      changes.undecided += 1;
      return;
    }
    const double days = in_days(waited(after) - waited(before));
    const bool shorter = change == CitizenClass::shorter, longer = change == CitizenClass::longer;
    (shorter ? changes.shorter : longer ? changes.longer : changes.same) += 1;
    (shorter ? changes.shorter_days : longer ? changes.longer_days : changes.same_days) += days;
    if (course == Trails::Course::same) return;
    const Account account = account_of(course);
    account.citizens += 1;
    account.shorter += shorter;
    account.longer += longer;
    account.days += days;
  }

  CitizenChanges changes;

 private:
  Account account_of(Trails::Course course) {
    if (course == Trails::Course::direct) {
      return {changes.direct, changes.direct_shorter, changes.direct_longer, changes.direct_days};
    }
    return {changes.knock_on, changes.knock_on_shorter, changes.knock_on_longer, changes.knock_on_days};
  }
};

}  // namespace

CitizenClass class_of(Outcome before, Outcome after) {
  if (still_waits(before) || still_waits(after)) return CitizenClass::undecided;
  const Span difference = waited(after) - waited(before);
  if (difference <= -kSameWait) return CitizenClass::shorter;
  return difference >= kSameWait ? CitizenClass::longer : CitizenClass::same;
}

void compare_row(CitizenRow& row, std::optional<Outcome> before, Outcome after) {
  row.waiting_days = in_days(waited(after));
  row.open = still_waits(after);
  if (!before) return;
  row.change = class_of(*before, after);
  if (row.change != CitizenClass::undecided) row.difference_days = in_days(waited(after) - waited(*before));
}

CitizenChanges changes_between(const CompiledArm& arm, const Outcomes& baseline, const Outcomes& other,
                               const Trails& trails) {
  Comparison comparison;
  for (std::uint32_t arrival = 0; arrival < baseline.size(); ++arrival) {
    const auto& before = baseline[arrival];
    const auto& after = other[arrival];
    if (!arm.phases.front().arrivals[arrival].paired) {
      comparison.changes.unpaired += static_cast<double>(after.size());
      continue;
    }
    for (std::uint32_t citizen = 0; citizen < std::min(before.size(), after.size()); ++citizen) {
      comparison.add(before[citizen], after[citizen], trails.course(arrival, citizen));
    }
  }
  return comparison.changes;
}

}  // namespace sagsflow

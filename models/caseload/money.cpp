#include "models/caseload/world.h"

namespace sagsflow {
/// Books the benefit of a citizen up to now, with the state's share by how long it has been supported. Only what
/// lies in a window counts as money; all of it counts as support.
void World::settle_benefit(std::uint32_t number, Time now) {
  Citizen& citizen = citizens_[number];
  const Pick benefit = rules_.status(citizen.present, citizen.status).benefit;
  if (benefit == kNoPick) return;
  const Time from = citizen.benefit_since;
  const Span before = citizen.supported;
  citizen.supported += now - from;
  citizen.benefit_since = now;
  if (from == now) return;
  const std::size_t number_of_rate = leaf(benefit, number);
  if (number_of_rate == static_cast<std::size_t>(kNoPick)) return;
  const double rate = rules_.numbers[number_of_rate];
  const CompiledRefund& refund = arm_.versions[citizen.present].refund;
  books_.over(citizen.group, from, now, [&](Ledger& ledger, Time begin, Time end) {
    StatusLedger& status = ledger.statuses[citizen.status];
    status.benefit += rate * static_cast<double>((end - begin).count());
    status.state += rate * (refund.within == kNever ? refund.of(before + (begin - from), before + (end - from))
                                                    : refunded_within(number, refund, begin, end));
  });
}

}  // namespace sagsflow

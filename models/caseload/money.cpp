#include "models/caseload/world.h"

namespace sagsflow {

/// Books the benefit of a citizen up to now, with the state's share by how long it has been supported. Only what
/// lies in the window counts as money; all of it counts as support.
void World::settle_benefit(std::uint32_t number, Time now) {
  Citizen& citizen = citizens_[number];
  const Pick benefit = rules_.statuses[citizen.status].benefit;
  if (benefit == kNoPick) return;
  const Time from = citizen.benefit_since;
  const Span before = citizen.supported;
  citizen.supported += now - from;
  citizen.benefit_since = now;
  const Window& window = ledger_.window;
  if (window.clip(from, now) == Span::zero()) return;
  const std::size_t number_of_rate = leaf(benefit, number);
  if (number_of_rate == static_cast<std::size_t>(kNoPick)) return;
  const double rate = rules_.numbers[number_of_rate];

  StatusLedger& ledger = ledger_.statuses[citizen.status];
  const Span begin = before + (std::max(from, window.opens) - from);
  const Span end = before + (std::min(now, window.closes) - from);
  ledger.benefit += rate * static_cast<double>((end - begin).count());
  const CompiledRefund& refund = arm_.refund;
  for (std::size_t tier = 0; tier < refund.from.size(); ++tier) {
    const Span low = std::max(begin, refund.from[tier]);
    const Span high = tier + 1 < refund.from.size() ? std::min(end, refund.from[tier + 1]) : end;
    if (high > low) ledger.state += refund.share[tier] * rate * static_cast<double>((high - low).count());
  }
}

}  // namespace sagsflow

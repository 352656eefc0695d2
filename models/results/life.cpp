#include "models/results/life.h"

#include <algorithm>

namespace sagsflow {

LifeWaits waits_of(const Life& life) {
  LifeWaits waits;
  std::vector<std::pair<Time, Time>> spans;
  for (const LifeEvent& event : life.events) {
    waits.total += event.waited;
    if (event.waited > Span::zero()) spans.emplace_back(event.at - event.waited, event.at);
    waits.open = waits.open || event.what == LifeEvent::What::still_waiting;
    for (const auto& [cause, length] : event.causes) {
      const auto found = std::ranges::find(waits.causes, cause, &std::pair<std::string, Span>::first);
      found == waits.causes.end() ? waits.causes.push_back({cause, length}) : void(found->second += length);
    }
  }
  std::ranges::sort(spans);
  Time covered = Time::min();
  for (const auto& [from, to] : spans) {
    if (to > covered) waits.at_all += to - std::max(from, covered);
    covered = std::max(covered, to);
  }
  return waits;
}

}  // namespace sagsflow

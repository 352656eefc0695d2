#include "models/results/life.h"

#include <algorithm>

namespace sagsflow {

LifeWaits waits_of(const Life& life) {
  LifeWaits waits;
  for (const LifeEvent& event : life.events) {
    waits.total += event.waited;
    waits.open = waits.open || event.what == LifeEvent::What::still_waiting;
    for (const auto& [cause, length] : event.causes) {
      const auto found = std::ranges::find(waits.causes, cause, &std::pair<std::string, Span>::first);
      found == waits.causes.end() ? waits.causes.push_back({cause, length}) : void(found->second += length);
    }
  }
  return waits;
}

}  // namespace sagsflow

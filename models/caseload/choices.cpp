#include "models/caseload/world.h"
#include "sim/random/branch.h"

namespace sagsflow {

Pick World::chosen(Pick pick, std::uint32_t citizen) {
  while (pick < kNoPick) {
    const Chooser& chooser = rules_.choosers[static_cast<std::size_t>(-2 - pick)];
    const std::uint8_t value = std::min(citizens_.traits(citizen)[chooser.trait], chooser.last);
    pick = rules_.choices[chooser.first + value];
  }
  return pick;
}

std::uint32_t World::first_to_come(Slice slice, DrawKey key) const {
  const std::span shares(rules_.targets.shares.data() + slice.first, slice.count);
  const std::span keys(rules_.targets.keys.data() + slice.first, slice.count);
  return slice.first + static_cast<std::uint32_t>(first_of_race(chance_, key, shares, keys));
}

Span World::duration(Pick law, std::uint32_t citizen, DrawKey key) {
  return rules_.durations.draw(static_cast<DurationTable::Id>(leaf(law, citizen)), chance_, key);
}

bool World::holds(Slice condition, std::uint32_t citizen) {
  for (std::uint32_t i = 0; i < condition.count; ++i) {
    const Test& test = rules_.tests[condition.first + i];
    const unsigned bit = std::min(citizens_.traits(citizen)[test.trait], test.last);
    if (((test.values[bit / 64] >> (bit % 64)) & 1U) == 0) return false;
  }
  return true;
}

}  // namespace sagsflow

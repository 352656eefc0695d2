#include "models/process/known_definitions.h"

namespace sagsflow {

std::shared_ptr<const Gathered> gathered_by(Reading& reading) {
  auto values = std::make_shared<const std::vector<LocatedValue>>(std::move(reading.values));
  return std::make_shared<const Gathered>(std::move(values), std::move(reading.names), std::move(reading.traits));
}

void add_to(Reading& reading, const Gathered& gathered) {
  reading.values.insert(reading.values.end(), gathered.values->begin(), gathered.values->end());
  reading.names.insert(reading.names.end(), gathered.names.begin(), gathered.names.end());
  reading.traits.insert(reading.traits.end(), gathered.traits.begin(), gathered.traits.end());
}

}  // namespace sagsflow

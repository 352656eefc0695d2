#pragma once

#include <array>
#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "models/process/model.h"
#include "models/results/life.h"

namespace sagsflow {

/// Two arms of one replication, from 0.
struct LifePlace {
  std::size_t replication = 0;
  std::array<std::size_t, 2> arms{};
};

/// The paths of the arrivals and the stocks of all arms.
std::vector<std::string> citizen_sources(const Model& model);

/// One citizen's life under two arms. A citizen who comes in neither has no events in either; `source` is one of
/// citizen_sources. Error: why a run was stopped.
std::expected<Lives, std::string> lives_of(const Model& model, const CitizenName& citizen, const LifePlace& place);

/// Whom to look at: who waits longest in all in the first arm, or whose total waiting differs most between the arms.
enum class Interest { longest_wait, biggest_change };

/// The first such citizen of the cohort; nothing where there is none. Error: why a run was stopped.
std::expected<std::optional<CitizenName>, std::string> interesting_citizen(const Model& model, Interest interest,
                                                                           const LifePlace& place);

}  // namespace sagsflow

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace sagsflow {

/// A citizen's total waiting against its own under the baseline: the same is within a day; undecided: a wait is still
/// open in either arm; unpaired: the arrival's times differ between the arms.
enum class CitizenClass : std::uint8_t { baseline, shorter, same, longer, undecided, unpaired };

/// Why two records of one citizen first differ: because of a rule that differs between the arms, or only because of who
/// else was there; the same: they do not.
enum class Course : std::uint8_t { same, direct, knock_on };

/// What one citizen of the cohort came to in one arm.
struct CitizenRow {
  std::uint32_t arrival = 0;  ///< of CitizenNames
  std::uint64_t number = 0;   ///< of the arrival, from 1 when the clock begins
  std::uint32_t index = 0;    ///< in what came together, from 1
  std::uint32_t status = 0;   ///< of CitizenNames: that it left into, or is in when the run ends
  double waiting_days = 0;    ///< all its waits, up to the end of the run
  bool open = false;          ///< it still waits
  CitizenClass change = CitizenClass::baseline;
  Course course = Course::same;
  double difference_days = 0;  ///< from the baseline; of the decided
};

/// The cohort of one replication of one arm, by arrival and then in the order in which they came.
struct CitizenRows {
  std::size_t arm = 0, replication = 0;
  std::vector<CitizenRow> citizens;
  std::vector<std::uint8_t> values;  ///< by citizen, one for each attribute: its value on arrival
};

/// What the numbers in the rows mean, alike for all replications and arms.
struct CitizenNames {
  struct Attribute {
    std::string name;
    std::vector<std::string> values;
  };
  std::vector<std::string> arms, arrivals, statuses;
  std::vector<Attribute> attributes;  ///< those of the report, or all where it names none
};

/// Is given the rows of each replication in order, within it of each arm.
using CitizenSink = std::function<void(const CitizenNames&, const CitizenRows&)>;

}  // namespace sagsflow

#pragma once

#include <array>
#include <vector>

#include "models/caseload/witness.h"

namespace sagsflow {

/// Everything that happens to one citizen.
class Diary final : public Witness {
 public:
  /// `traits`: how many the model has.
  Diary(const CitizenId& who, std::size_t traits) : who_(who), traits_(traits) {}

  struct Entry {
    Note note;
    std::uint8_t version = 0;  ///< of the rules in force
    std::uint8_t value = 0;    ///< of a trait that is set
    std::array<Span, kCauseNames.size()> causes{};
    Time due{}, deadline{};  ///< of a duty
  };

  bool is_found() const { return found_; }
  bool in_cohort() const { return in_cohort_; }
  const std::vector<Entry>& entries() const { return entries_; }
  const std::vector<std::uint8_t>& on_arrival() const { return on_arrival_; }
  /// The highest number there is of the citizen's arrival, and how many came with the citizen's own.
  std::uint64_t last_number() const { return last_number_; }
  std::uint32_t together() const { return together_; }

  void came(const Citizen& citizen, const CitizenId& who, const std::uint8_t* traits) override;
  void noted(const Citizen& citizen, const Note& note) override;
  void waited(const Citizen& citizen, const CausedWait& wait) override;
  void duty_times(const Citizen& citizen, Time due, Time deadline) override;
  void trait_set(const Citizen& citizen, std::uint16_t trait, std::uint8_t value, Because because, Time now) override;

 private:
  bool is_of(const Citizen& citizen) const { return found_ && citizen.key == key_; }

  CitizenId who_;
  std::size_t traits_;
  bool found_ = false, in_cohort_ = false;
  std::uint64_t key_ = 0, last_number_ = 0;
  std::uint32_t together_ = 0;
  std::vector<std::uint8_t> on_arrival_;
  std::vector<Entry> entries_;
  Entry next_;  // what is known of it before its note comes
};

}  // namespace sagsflow

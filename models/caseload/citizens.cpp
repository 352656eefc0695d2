#include "models/caseload/citizens.h"

#include <algorithm>

namespace sagsflow {

std::uint32_t Citizens::add() {
  ++present_;
  if (free_.empty()) {
    records_.emplace_back();
    traits_.resize(traits_.size() + shape_.traits);
    exits_.resize(exits_.size() + shape_.exits);
    duties_.resize(duties_.size() + shape_.duties);
    spells_.resize(spells_.size() + shape_.statuses);
    return places() - 1;
  }
  const std::uint32_t citizen = free_.back();
  free_.pop_back();
  std::fill_n(traits(citizen), shape_.traits, std::uint8_t{0});
  std::fill_n(spells(citizen), shape_.statuses, std::uint16_t{0});
  return citizen;
}

void Citizens::remove(std::uint32_t citizen) {
  --present_;
  const std::uint32_t serial = records_[citizen].serial + 1;
  records_[citizen] = Citizen();
  records_[citizen].serial = serial;
  free_.push_back(citizen);
}

}  // namespace sagsflow

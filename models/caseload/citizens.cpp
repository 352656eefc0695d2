#include "models/caseload/citizens.h"

#include <memory>
#include <type_traits>

#include "models/caseload/limits.h"

namespace sagsflow {

// The records lie in bytes that grow by copying.
static_assert(std::is_trivially_copyable_v<Citizen>);
static_assert(sizeof(DutyState) == 32 && Limits().citizens <= DutyState::kMostCitizens);

Citizens::Citizens(Shape shape) {
  spells_at_ = sizeof(Citizen);
  traits_at_ = spells_at_ + shape.statuses * sizeof(std::uint16_t);
  end_ = traits_at_ + shape.traits;
  lines_ = (end_ + sizeof(Line) - 1) / sizeof(Line);
}

std::uint32_t Citizens::new_place() {
  const std::uint32_t citizen = places_++;
  storage_.resize(storage_.size() + lines_);
  std::construct_at(&(*this)[citizen]);
  return citizen;
}

void Citizens::add_duties(std::uint32_t citizen, std::uint32_t count) {
  const std::uint32_t first = duties_.add(count);
  (*this)[citizen].duties = first;
  for (std::uint32_t i = 0; i < count; ++i) duties_[first + i] = DutyState(citizen);
}

void Citizens::remove_duties(std::uint32_t citizen, std::uint32_t count) {
  const std::uint32_t first = (*this)[citizen].duties;
  for (std::uint32_t i = 0; i < count; ++i) duties_[first + i].forget_plan();
  duties_.give_back(first, count);
  (*this)[citizen].duties = kNobody;
}

}  // namespace sagsflow

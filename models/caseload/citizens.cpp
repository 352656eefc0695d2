#include "models/caseload/citizens.h"

#include <memory>
#include <type_traits>

#include "models/caseload/limits.h"

namespace sagsflow {

// The records lie in words of memory that grow by copying.
static_assert(std::is_trivially_copyable_v<Citizen> && sizeof(Citizen) % sizeof(std::uint64_t) == 0);
static_assert(sizeof(DutyState) == 32 && Limits().citizens <= DutyState::kMostCitizens);

Citizens::Citizens(Shape shape) {
  spells_at_ = sizeof(Citizen) / sizeof(Word) + shape.exits;
  traits_at_ = spells_at_ * sizeof(Word) + shape.statuses * sizeof(std::uint16_t);
  stride_ = (traits_at_ + shape.traits + sizeof(Word) - 1) / sizeof(Word);
}

std::uint32_t Citizens::new_place() {
  const std::uint32_t citizen = places_++;
  storage_.resize(storage_.size() + stride_);
  std::construct_at(&(*this)[citizen]);
  return citizen;
}

void Citizens::add_duties(std::uint32_t citizen, std::uint32_t count) {
  if (free_duties_.size() <= count) free_duties_.resize(count + 1);
  std::vector<std::uint32_t>& free = free_duties_[count];
  std::uint32_t first = static_cast<std::uint32_t>(duties_.size());
  if (free.empty()) {
    duties_.resize(duties_.size() + count);
  } else {
    first = free.back();
    free.pop_back();
  }
  (*this)[citizen].duties = first;
  for (std::uint32_t i = 0; i < count; ++i) duties_[first + i] = DutyState(citizen);
}

void Citizens::remove_duties(std::uint32_t citizen, std::uint32_t count) {
  const std::uint32_t first = (*this)[citizen].duties;
  for (std::uint32_t i = 0; i < count; ++i) duties_[first + i].forget_plan();
  free_duties_[count].push_back(first);
  (*this)[citizen].duties = kNobody;
}

}  // namespace sagsflow

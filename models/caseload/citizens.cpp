#include "models/caseload/citizens.h"

#include <memory>
#include <type_traits>

namespace sagsflow {

// The records lie in words of memory that grow by copying.
static_assert(std::is_trivially_copyable_v<Citizen> && sizeof(Citizen) % sizeof(std::uint64_t) == 0);
static_assert(std::is_trivially_copyable_v<DutyState> && sizeof(DutyState) % sizeof(std::uint64_t) == 0);

Citizens::Citizens(Shape shape) : shape_(shape) {
  duties_at_ = sizeof(Citizen) / sizeof(Word) + shape.exits;
  spells_at_ = duties_at_ + shape.duties * sizeof(DutyState) / sizeof(Word);
  traits_at_ = spells_at_ * sizeof(Word) + shape.statuses * sizeof(std::uint16_t);
  stride_ = (traits_at_ + shape.traits + sizeof(Word) - 1) / sizeof(Word);
}

std::uint32_t Citizens::new_place() {
  const std::uint32_t citizen = places_++;
  storage_.resize(storage_.size() + stride_);
  std::construct_at(&(*this)[citizen]);
  std::uninitialized_value_construct_n(duties(citizen), shape_.duties);
  return citizen;
}

}  // namespace sagsflow

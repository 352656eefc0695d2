#include "models/caseload/citizens.h"

#include <algorithm>
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

std::uint32_t Citizens::add() {
  ++present_;
  std::uint32_t citizen = places_;
  if (free_.empty()) {
    storage_.resize(storage_.size() + stride_);
    ++places_;
    std::construct_at(&(*this)[citizen]);
    std::uninitialized_value_construct_n(duties(citizen), shape_.duties);
  } else {
    citizen = free_.back();
    free_.pop_back();
  }
  std::fill_n(traits(citizen), shape_.traits, std::uint8_t{0});
  std::fill_n(spells(citizen), shape_.statuses, std::uint16_t{0});
  return citizen;
}

void Citizens::remove(std::uint32_t citizen) {
  --present_;
  const std::uint32_t serial = (*this)[citizen].serial + 1;
  (*this)[citizen] = Citizen();
  (*this)[citizen].serial = serial;
  free_.push_back(citizen);
}

}  // namespace sagsflow

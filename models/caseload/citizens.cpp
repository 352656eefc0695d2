#include "models/caseload/citizens.h"

#include <bit>
#include <memory>
#include <type_traits>

#include "models/caseload/limits.h"

namespace sagsflow {

// The records lie in bytes that grow by copying.
static_assert(std::is_trivially_copyable_v<Citizen>);
static_assert(sizeof(DutyState) == 24 && Limits().citizens <= DutyState::kMostCitizens);

Citizens::Citizens(Shape shape) {
  const auto words = [](std::size_t bytes) { return (bytes + kWord - 1) / kWord * kWord; };
  traits_at_ = kSpellsAt + shape.statuses;
  ages_at_ = words(traits_at_ + shape.traits);
  end_ = shape.ages ? ages_at_ + sizeof(NextAge) : ages_at_;
  // What is more than whole lines is a half, a quarter or an eighth of one: then no record lies across a line too many.
  const std::size_t more = end_ % sizeof(Line);
  size_ = end_ - more + (more == 0 ? 0 : std::bit_ceil(more));
}

std::uint32_t Citizens::new_place() {
  const std::uint32_t citizen = places_++;
  if (const std::size_t lines = lines_of(places_); lines > storage_.size()) storage_.resize(lines);
  std::construct_at(&(*this)[citizen]);
  clear_behind(citizen);
  return citizen;
}

/// It has begun so many that a byte does not count them. What is kept of the place may be another citizen's, until this
/// one's byte is full.
std::uint16_t Citizens::begin_another(std::uint32_t citizen, std::uint32_t status, std::uint8_t& begun) {
  std::uint16_t& all = many_spells_[std::uint64_t{citizen} << 32 | status];
  if (begun == kManySpells) {
    all = kManySpells;
    ++begun;
  }
  return all++;
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

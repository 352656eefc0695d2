#include "sim/study/stopping.h"

#include <cmath>

namespace sagsflow {

bool precise_enough(const Interval& difference, double baseline, double share) {
  return difference.half_width() <= share * std::max(std::fabs(baseline), std::fabs(difference.value));
}

std::size_t look_ahead(std::size_t n) {
  return n <= 100 ? 5 : n * 5 / 100;
}

void SequentialStopping::tell(bool precise) {
  ++told_;
  if (told_ < rule_.at_least || !precise) {
    precise_since_ = 0;
  } else if (precise_since_ == 0) {
    precise_since_ = told_;
  }
  const bool held = precise_since_ != 0 && told_ == precise_since_ + look_ahead(precise_since_);
  if (!stops_at_ && (held || told_ >= rule_.at_most)) stops_at_ = told_;
}

std::size_t SequentialStopping::next_look() const {
  const std::size_t from = precise_since_ != 0 ? precise_since_ : std::max(told_ + 1, rule_.at_least);
  return std::min(from + look_ahead(from), std::max<std::size_t>(rule_.at_most, 1));
}

}  // namespace sagsflow

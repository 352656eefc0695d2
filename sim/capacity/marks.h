#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sagsflow {

/// Which of a fixed number of things are marked: found in order without a look at each.
class Marks {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  void resize(std::size_t things) { words_.assign((things + 63) / 64, 0); }
  bool any() const { return marked_ > 0; }

  void set(std::uint32_t thing) {
    const std::uint64_t bit = std::uint64_t{1} << (thing % 64);
    marked_ += (words_[thing / 64] & bit) == 0;
    words_[thing / 64] |= bit;
  }
  /// One that is marked.
  void clear(std::uint32_t thing) {
    --marked_;
    words_[thing / 64] &= ~(std::uint64_t{1} << (thing % 64));
  }
  /// The first that is marked from `thing` on, or kNone.
  std::uint32_t next(std::uint32_t thing) const {
    std::size_t word = thing / 64;
    if (word >= words_.size()) return kNone;
    std::uint64_t bits = words_[word] & (~std::uint64_t{0} << (thing % 64));
    while (bits == 0) {
      if (++word == words_.size()) return kNone;
      bits = words_[word];
    }
    return static_cast<std::uint32_t>(64 * word) + static_cast<std::uint32_t>(std::countr_zero(bits));
  }

 private:
  std::vector<std::uint64_t> words_;
  std::uint32_t marked_ = 0;
};

}  // namespace sagsflow

#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "sim/engine/time.h"

namespace sagsflow {

/// Lengths of time as a distribution: each one up to kExact of them, beyond that the counts of bins whose width is at
/// most 1/128 of their lower end. A bin whose observations are all equal keeps their value, so that what lasts exactly
/// eight weeks is never blurred.
class Observations {
 public:
  static constexpr std::size_t kExact = 4096;

  /// `observation` is not negative. Allocates nothing once the bins are in use, but for each new power of two.
  void add(Span observation) {
    ++count_;
    if (octaves_.empty()) {
      keep(observation.count());
    } else {
      put(observation.count(), observation.count(), 1);
    }
  }
  void merge(const Observations& other);

  std::uint64_t count() const { return count_; }
  std::uint64_t zeros() const;

  /// Observations that lie from `low` to `high`, both included, in microseconds.
  struct Cell {
    std::int64_t low;
    std::int64_t high;
    std::uint64_t count;
  };
  /// Rising, without overlap.
  std::vector<Cell> cells() const;

 private:
  static constexpr int kBinBits = 7;
  static constexpr std::size_t kBins = std::size_t{1} << kBinBits;
  static constexpr std::int64_t kMixed = -1;

  struct Bin {
    std::uint64_t count = 0;
    std::int64_t only = kMixed;  // the value of all, or kMixed
  };
  using Octave = std::array<Bin, kBins>;

  // Octave 0 holds 0 .. 127, one value a bin; octave k > 0 holds 2^(k + 6) .. 2^(k + 7) - 1, 2^(k - 1) values a bin.
  static int octave_of(std::int64_t value) {
    const int width = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(value)));
    return width <= kBinBits ? 0 : width - kBinBits;
  }

  void put(std::int64_t value, std::int64_t only, std::uint64_t count) {
    const int octave = octave_of(value);
    if (place_[octave] < 0) make_octave(octave);
    const std::uint64_t offset = static_cast<std::uint64_t>(value) >> (octave == 0 ? 0 : octave - 1);
    Bin& bin = octaves_[place_[octave]][offset & (kBins - 1)];
    if (bin.only != only) bin.only = bin.count == 0 ? only : kMixed;
    bin.count += count;
  }
  void keep(std::int64_t value);
  void spill();
  void make_octave(int octave);
  static Cell cell_of(int octave, std::size_t index, const Bin& bin);

  std::uint64_t count_ = 0;
  std::vector<std::int64_t> exact_;
  std::vector<Octave> octaves_;
  std::array<std::int8_t, 64 - kBinBits> place_ = make_places();

  static constexpr std::array<std::int8_t, 64 - kBinBits> make_places() {
    std::array<std::int8_t, 64 - kBinBits> places{};
    places.fill(-1);
    return places;
  }
};

}  // namespace sagsflow

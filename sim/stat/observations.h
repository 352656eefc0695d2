#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "sim/engine/time.h"

namespace sagsflow {

/// Counts of observations in bins whose width is at most 1/128 of their lower end. A bin whose observations are all
/// equal keeps their value, so that what lasts exactly eight weeks is never blurred.
class Bins {
 public:
  /// Observations that lie from `low` to `high`, both included, in microseconds.
  struct Cell {
    std::int64_t low;
    std::int64_t high;
    std::uint64_t count;
  };

  Bins();

  /// Allocates nothing but for each new power of two.
  void add(std::span<const std::int64_t> values) {
    for (const std::int64_t value : values) put(value, value, 1);
    count_ += values.size();
  }
  void add(const Bins& other);

  std::uint64_t count() const { return count_; }
  std::uint64_t zeros() const;
  /// Rising, without overlap.
  std::vector<Cell> cells() const;

 private:
  static constexpr int kBinBits = 7;
  static constexpr std::size_t kBins = std::size_t{1} << kBinBits;
  static constexpr std::int64_t kMixed = -1, kNothing = -2;

  struct Bin {
    std::uint64_t count = 0;
    std::int64_t only = kNothing;  // the value of all, kMixed, or kNothing
  };

  // Octave 0 holds 0 .. 127, one value a bin; octave k > 0 holds 2^(k + 6) .. 2^(k + 7) - 1, 2^(k - 1) values a bin.
  // The bins of all octaves are numbered in a row: by a value's leading eight bits, and how many bits come after these.
  static std::int64_t number_of(std::int64_t value) {
    const int after = (63 ^ std::countl_zero(static_cast<std::uint64_t>(value) | kBins)) - kBinBits;
    return (value >> after) + (std::int64_t{after} << kBinBits);
  }
  void put(std::int64_t value, std::int64_t only, std::uint64_t count) {
    const std::int64_t number = number_of(value);
    const std::int64_t octave = number >> kBinBits;
    if (before_[octave] == kNone) make_octave(octave);
    Bin& bin = bins_[static_cast<std::size_t>(before_[octave] + number)];
    if (bin.only != kMixed && bin.only != only) bin.only = bin.count == 0 ? only : kMixed;
    bin.count += count;
  }
  void make_octave(std::int64_t octave);
  std::span<const Bin> bins_of(std::size_t octave) const;
  static Cell cell_of(int octave, std::size_t index, const Bin& bin);

  static constexpr std::size_t kOctaves = 64 - kBinBits;
  static constexpr std::int32_t kNone = std::numeric_limits<std::int32_t>::max();

  std::uint64_t count_ = 0;
  std::vector<Bin> bins_;                      // of the octaves there are
  std::array<std::int32_t, kOctaves> before_;  // the place of an octave's bins less their numbers, or kNone
};

/// Lengths of time as a distribution: each one up to kExact of them, beyond that in bins. What has just come is always
/// a list, which is poured into the bins when it is full: an observation is written to one place, and the bins of a
/// list are fetched side by side. Small as long as there is little, for a study keeps a great many.
class Observations {
 public:
  using Cell = Bins::Cell;
  static constexpr std::size_t kExact = 4096;

  Observations() = default;
  Observations(const Observations& other);
  Observations(Observations&&) = default;
  Observations& operator=(const Observations& other);
  Observations& operator=(Observations&&) = default;
  ~Observations() = default;

  /// Whether there must be made room before the next is listed.
  bool is_full() const { return list_.size() == list_.capacity(); }
  /// Those that making room pours into bins: the whole list or none.
  std::span<const std::int64_t> to_be_poured() const {
    return list_.capacity() < kExact && !bins_ ? std::span<const std::int64_t>() : listed();
  }
  void make_room();
  /// `observation` is not negative; there is room.
  void list(Span observation) { list_.push_back(observation.count()); }

  void add(Span observation) {
    if (is_full()) make_room();
    list(observation);
  }
  void merge(const Observations& other);

  std::uint64_t count() const { return list_.size() + (bins_ ? bins_->count() : 0); }
  std::uint64_t zeros() const;
  /// In the order in which they came.
  std::span<const std::int64_t> listed() const { return list_; }
  /// Rising, without overlap.
  std::vector<Cell> cells() const;

 private:
  void pour();

  std::vector<std::int64_t> list_;
  std::unique_ptr<Bins> bins_;  // none: all are listed
};

}  // namespace sagsflow

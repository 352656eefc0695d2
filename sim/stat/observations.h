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
    for (const std::int64_t value : values) put(value);
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

  // A bin is one word. Of unequal values: kMixed and how many. Of equal ones: how many, above as many bits as its row's
  // number, which say where in the bin they lie; 0: none. What so many equal ones are too many for lies in full_.
  using Bin = std::uint64_t;
  static constexpr Bin kMixed = Bin{1} << 63;
  static bool is_mixed(Bin bin) { return (bin & kMixed) != 0; }
  static Bin within(std::int64_t value, std::size_t row) {
    return static_cast<std::uint64_t>(value) & ((Bin{1} << row) - 1);
  }
  static std::uint64_t count_of(Bin bin, std::size_t row) { return is_mixed(bin) ? bin ^ kMixed : bin >> row; }

  // Row 0 holds 0 .. 255, one value a bin; row k > 0 holds 2^(k + 7) .. 2^(k + 8) - 1, 2^k values a bin. A value's row
  // is how many bits come after its leading eight, and its bin is found by these.
  static std::size_t row_of(std::int64_t value) {
    return static_cast<std::size_t>((63 ^ std::countl_zero(static_cast<std::uint64_t>(value) | kBins)) - kBinBits);
  }
  static constexpr std::size_t first_of(std::size_t row) { return row == 0 ? 0 : kBins; }
  /// The last value of the bin that begins with `low`.
  static std::int64_t last_of(std::int64_t low, std::size_t row) { return low + ((std::int64_t{1} << row) - 1); }

  Bin& bin_of(std::int64_t value, std::size_t row) {
    if (before_[row] == kNone) make_row(row);
    return bins_[static_cast<std::size_t>(before_[row] + (value >> row))];
  }
  void put(std::int64_t value) {
    const std::size_t row = row_of(value);
    Bin& bin = bin_of(value, row);
    is_mixed(bin) ? static_cast<void>(++bin) : put_among_equal(bin, row, value);
  }
  void put_among_equal(Bin& bin, std::size_t row, std::int64_t value) {
    const Bin one = Bin{1} << row;
    if (((bin ^ static_cast<std::uint64_t>(value)) & (one - 1)) == 0) {
      if (is_mixed(bin + one)) [[unlikely]] {
        put_aside(bin, row, value);
      }
      bin += one;
    } else {
      bin = bin == 0 ? one | within(value, row) : kMixed | ((bin >> row) + 1);
    }
  }
  [[gnu::noinline]] void put_aside(Bin& bin, std::size_t row, std::int64_t value);
  void put(const Cell& cell);
  void make_row(std::size_t row);
  std::span<const Bin> bins_of(std::size_t row) const;
  static Cell cell_of(std::size_t row, std::size_t index, Bin bin);
  static void put_together(std::vector<Cell>& cells);

  static constexpr std::size_t kRows = 63 - kBinBits;
  static constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();

  std::uint64_t count_ = 0;
  std::vector<Bin> bins_;                   // of the rows there are
  std::array<std::int64_t, kRows> before_;  // where a row's bins begin, less the leading bits of its first; or kNone
  std::vector<Cell> full_;                  // of equal values, more than their bin can count
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
  void list(Span observation) {
    if (is_full()) __builtin_unreachable();  // so that nothing is compiled here for what make_room does
    list_.push_back(observation.count());
  }

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

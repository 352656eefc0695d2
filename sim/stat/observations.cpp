#include "sim/stat/observations.h"

#include <algorithm>
#include <utility>

namespace sagsflow {

Bins::Bins() {
  before_.fill(kNone);
}

/// With room for a quarter more and not for as many again: there are hundreds of tallies.
void Bins::make_row(std::size_t row) {
  const std::size_t bins = 2 * kBins - first_of(row);
  const std::size_t together = bins_.size() + bins;
  before_[row] = static_cast<std::int64_t>(bins_.size()) - static_cast<std::int64_t>(first_of(row));
  if (together > bins_.capacity()) bins_.reserve(together + together / 4);
  bins_.resize(together);
}

/// None where nothing has come to the row.
std::span<const Bins::Bin> Bins::bins_of(std::size_t row) const {
  if (before_[row] == kNone) return {};
  const std::size_t first = first_of(row);
  return std::span(bins_).subspan(static_cast<std::size_t>(before_[row]) + first, 2 * kBins - first);
}

/// What the bin has counted, so that it can count anew; all are of this value.
void Bins::put_aside(Bin& bin, std::size_t row, std::int64_t value) {
  full_.push_back({value, value, bin >> row});
  bin = within(value, row);
}

/// A cell of one bin.
void Bins::put(const Cell& cell) {
  const std::size_t row = row_of(cell.low);
  Bin& bin = bin_of(cell.low, row);
  const std::uint64_t together = count_of(bin, row) + cell.count;
  const bool equal = cell.low == cell.high && !is_mixed(bin) &&
                     (bin == 0 || within(static_cast<std::int64_t>(bin), row) == within(cell.low, row));
  if (!equal) {
    bin = kMixed | together;
  } else if (together <= (kMixed - 1) >> row) {
    bin = together << row | within(cell.low, row);
  } else {
    full_.push_back(cell);
  }
}

void Bins::add(const Bins& other) {
  for (const Cell& cell : other.cells()) put(cell);
  count_ += other.count_;
}

std::uint64_t Bins::zeros() const {
  const std::span<const Bin> least = bins_of(0);
  return least.empty() ? 0 : least.front();
}

std::vector<Bins::Cell> Bins::cells() const {
  std::vector<Cell> cells = full_;
  for (std::size_t row = 0; row < kRows; ++row) {
    const std::span<const Bin> bins = bins_of(row);
    for (std::size_t i = 0; i < bins.size(); ++i) {
      if (bins[i] != 0) cells.push_back(cell_of(row, i, bins[i]));
    }
  }
  if (!full_.empty()) put_together(cells);
  return cells;
}

Bins::Cell Bins::cell_of(std::size_t row, std::size_t index, Bin bin) {
  const auto low = static_cast<std::int64_t>((first_of(row) + index) << row);
  if (is_mixed(bin)) return {low, last_of(low, row), count_of(bin, row)};
  const std::int64_t only = low + static_cast<std::int64_t>(within(static_cast<std::int64_t>(bin), row));
  return {only, only, count_of(bin, row)};
}

/// Sorts them, and makes one of all that are of one bin.
void Bins::put_together(std::vector<Cell>& cells) {
  std::ranges::sort(cells, {}, &Cell::low);
  std::vector<Cell> all;
  for (const Cell& cell : cells) {
    const std::size_t row = row_of(cell.low);
    if (all.empty() || row_of(all.back().low) != row || all.back().low >> row != cell.low >> row) {
      all.push_back(cell);
      continue;
    }
    Cell& one = all.back();
    one.count += cell.count;
    if (one.low == cell.low && one.high == cell.high) continue;
    one.low = cell.low >> row << row;
    one.high = last_of(one.low, row);
  }
  cells = std::move(all);
}

Observations::Observations(const Observations& other)
    : list_(other.list_), bins_(other.bins_ ? std::make_unique<Bins>(*other.bins_) : nullptr) {}

Observations& Observations::operator=(const Observations& other) {
  return *this = Observations(other);
}

void Observations::make_room() {
  constexpr std::size_t kFirst = 8;
  if (!bins_ && list_.capacity() < kExact) {
    list_.reserve(std::clamp(2 * list_.capacity(), kFirst, kExact));
  } else {
    pour();
  }
}

void Observations::pour() {
  constexpr std::size_t kAtATime = 64;
  if (!bins_) bins_ = std::make_unique<Bins>();
  bins_->add(list_);
  list_.clear();
  if (list_.capacity() > kAtATime) list_ = {};
  list_.reserve(kAtATime);
}

void Observations::merge(const Observations& other) {
  const std::size_t together = list_.size() + other.list_.size();
  if (!bins_ && !other.bins_ && together <= kExact) {
    if (together > list_.capacity()) list_.reserve(std::min(std::max(together, 2 * list_.capacity()), kExact));
    list_.insert(list_.end(), other.list_.begin(), other.list_.end());
    return;
  }
  if (other.count() == 0) return;
  pour();
  bins_->add(other.list_);
  if (other.bins_) bins_->add(*other.bins_);
}

std::uint64_t Observations::zeros() const {
  return static_cast<std::uint64_t>(std::ranges::count(list_, 0)) + (bins_ ? bins_->zeros() : 0);
}

std::vector<Observations::Cell> Observations::cells() const {
  if (bins_) {
    if (list_.empty()) return bins_->cells();
    Bins all = *bins_;
    all.add(list_);
    return all.cells();
  }
  std::vector<Cell> cells;
  std::vector<std::int64_t> sorted = list_;
  std::ranges::sort(sorted);
  for (const std::int64_t value : sorted) {
    if (cells.empty() || cells.back().low != value) cells.push_back({value, value, 0});
    ++cells.back().count;
  }
  return cells;
}

}  // namespace sagsflow

#include "sim/stat/observations.h"

#include <algorithm>

namespace sagsflow {

Bins::Bins() {
  constexpr std::size_t kUsual = 20;  // from seconds to years
  bins_.reserve(kUsual * kBins);
  before_.fill(kNone);
}

void Bins::make_row(std::size_t row) {
  before_[row] = static_cast<std::int64_t>(bins_.size()) - static_cast<std::int64_t>(first_of(row));
  bins_.resize(bins_.size() + 2 * kBins - first_of(row));
}

/// None where nothing has come to the row.
std::span<const Bins::Bin> Bins::bins_of(std::size_t row) const {
  if (before_[row] == kNone) return {};
  const std::size_t first = first_of(row);
  return std::span(bins_).subspan(static_cast<std::size_t>(before_[row]) + first, 2 * kBins - first);
}

void Bins::add(const Bins& other) {
  for (const Cell& cell : other.cells()) {
    Bin& bin = bin_of(cell.low);
    blend(bin, cell.low == cell.high ? cell.low : kMixed);
    bin.count += cell.count;
  }
  count_ += other.count_;
}

std::uint64_t Bins::zeros() const {
  const std::span<const Bin> least = bins_of(0);
  return least.empty() ? 0 : least.front().count;
}

std::vector<Bins::Cell> Bins::cells() const {
  std::vector<Cell> cells;
  for (std::size_t row = 0; row < kRows; ++row) {
    const std::span<const Bin> bins = bins_of(row);
    for (std::size_t i = 0; i < bins.size(); ++i) {
      if (bins[i].count > 0) cells.push_back(cell_of(row, i, bins[i]));
    }
  }
  return cells;
}

Bins::Cell Bins::cell_of(std::size_t row, std::size_t index, const Bin& bin) {
  if (bin.only != kMixed) return {bin.only, bin.only, bin.count};
  const auto low = static_cast<std::int64_t>((first_of(row) + index) << row);
  return {low, low + (std::int64_t{1} << row) - 1, bin.count};
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

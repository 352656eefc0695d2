#include "sim/stat/observations.h"

#include <algorithm>

namespace sagsflow {

void Observations::make_octave(int octave) {
  place_[octave] = static_cast<std::int8_t>(octaves_.size());
  octaves_.emplace_back();
}

void Observations::make_room() {
  constexpr std::size_t kFirst = 8;
  if (octaves_.empty() && list_.capacity() < kExact) {
    list_.reserve(std::clamp(2 * list_.capacity(), kFirst, kExact));
  } else {
    pour();
  }
}

void Observations::pour() {
  constexpr std::size_t kUsual = 20;  // octaves: from seconds to years
  constexpr std::size_t kAtATime = 64;
  const bool first = octaves_.empty();
  if (first) octaves_.reserve(kUsual);
  for (const std::int64_t value : list_) put(value, value, 1);
  poured_ += list_.size();
  list_.clear();
  if (first) list_ = {};
  list_.reserve(kAtATime);
}

Observations::Cell Observations::cell_of(int octave, std::size_t index, const Bin& bin) {
  if (bin.only != kMixed) return {bin.only, bin.only, bin.count};
  const int shift = octave == 0 ? 0 : octave - 1;
  const std::int64_t first = octave == 0 ? 0 : std::int64_t{kBins};
  const std::int64_t low = (first + static_cast<std::int64_t>(index)) << shift;
  return {low, low + (std::int64_t{1} << shift) - 1, bin.count};
}

void Observations::merge(const Observations& other) {
  const std::size_t together = list_.size() + other.list_.size();
  if (octaves_.empty() && other.octaves_.empty() && together <= kExact) {
    if (together > list_.capacity()) list_.reserve(std::min(std::max(together, 2 * list_.capacity()), kExact));
    list_.insert(list_.end(), other.list_.begin(), other.list_.end());
    return;
  }
  if (other.count() == 0) return;
  pour();
  for (const std::int64_t value : other.list_) put(value, value, 1);
  poured_ += other.list_.size();
  if (other.octaves_.empty()) return;
  for (const Cell& cell : other.binned()) put(cell.low, cell.low == cell.high ? cell.low : kMixed, cell.count);
  poured_ += other.poured_;
}

std::uint64_t Observations::zeros() const {
  const auto listed = static_cast<std::uint64_t>(std::ranges::count(list_, 0));
  return place_[0] < 0 ? listed : listed + octaves_[static_cast<std::size_t>(place_[0])][0].count;
}

std::vector<Observations::Cell> Observations::cells() const {
  if (!octaves_.empty()) {
    Observations all = *this;
    all.pour();
    return all.binned();
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

/// Of what has been poured.
std::vector<Observations::Cell> Observations::binned() const {
  std::vector<Cell> cells;
  for (std::size_t octave = 0; octave < place_.size(); ++octave) {
    if (place_[octave] < 0) continue;
    const Octave& bins = octaves_[place_[octave]];
    for (std::size_t i = 0; i < kBins; ++i) {
      if (bins[i].count > 0) cells.push_back(cell_of(static_cast<int>(octave), i, bins[i]));
    }
  }
  return cells;
}

}  // namespace sagsflow

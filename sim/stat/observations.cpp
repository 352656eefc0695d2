#include "sim/stat/observations.h"

#include <algorithm>

namespace sagsflow {

void Observations::make_octave(int octave) {
  place_[octave] = static_cast<std::int8_t>(octaves_.size());
  octaves_.emplace_back();
}

void Observations::keep(std::int64_t value) {
  if (exact_.size() < kExact) return exact_.push_back(value);
  spill();
  put(value, value, 1);
}

void Observations::spill() {
  constexpr std::size_t kUsual = 20;  // from seconds to years
  octaves_.reserve(kUsual);
  for (const std::int64_t value : exact_) put(value, value, 1);
  exact_ = {};
}

Observations::Cell Observations::cell_of(int octave, std::size_t index, const Bin& bin) {
  if (bin.only != kMixed) return {bin.only, bin.only, bin.count};
  const int shift = octave == 0 ? 0 : octave - 1;
  const std::int64_t first = octave == 0 ? 0 : std::int64_t{kBins};
  const std::int64_t low = (first + static_cast<std::int64_t>(index)) << shift;
  return {low, low + (std::int64_t{1} << shift) - 1, bin.count};
}

void Observations::merge(const Observations& other) {
  if (octaves_.empty() && other.octaves_.empty() && exact_.size() + other.exact_.size() <= kExact) {
    exact_.insert(exact_.end(), other.exact_.begin(), other.exact_.end());
  } else if (other.count_ > 0) {
    if (octaves_.empty()) spill();
    for (const std::int64_t value : other.exact_) put(value, value, 1);
    if (!other.octaves_.empty()) {
      for (const Cell& cell : other.cells()) put(cell.low, cell.low == cell.high ? cell.low : kMixed, cell.count);
    }
  }
  count_ += other.count_;
}

std::uint64_t Observations::zeros() const {
  const auto exact = static_cast<std::uint64_t>(std::ranges::count(exact_, 0));
  return place_[0] < 0 ? exact : exact + octaves_[static_cast<std::size_t>(place_[0])][0].count;
}

std::vector<Observations::Cell> Observations::cells() const {
  std::vector<Cell> cells;
  std::vector<std::int64_t> sorted = exact_;
  std::sort(sorted.begin(), sorted.end());
  for (const std::int64_t value : sorted) {
    if (cells.empty() || cells.back().low != value) cells.push_back({value, value, 0});
    ++cells.back().count;
  }
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

#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace sagsflow {

/// Observations taken together before the rule looks at them (White, Cobb & Spratt 2000: MSER-5).
inline constexpr std::size_t kMserBatch = 5;

/// How many observations from the beginning of a series to leave out as warm-up, a multiple of the batch: the d that
/// makes the squared standard error of what is left, Σ (Y_i - mean)² / (n - d)² over batch means i > d, smallest (White
/// 1997; White, Cobb & Spratt 2000 for the batches); of equals the least. Observations that fill no batch are
/// left out at the end. Only the first half is searched: of a short tail the error is small by chance. Nothing where it
/// is smallest at the very end of that half, so that the series is too short to tell, or where there are fewer than
/// four batches.
std::optional<std::size_t> mser_truncation(std::span<const double> series, std::size_t batch = kMserBatch);

}  // namespace sagsflow

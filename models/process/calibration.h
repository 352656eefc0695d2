#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/description/written_value.h"
#include "models/process/model.h"

namespace sagsflow {

/// The values that say `calibrated`, of every arm, in the order of the files. Parts of a path into an array are its
/// places, from 1: "first.mixture.1.share".
std::vector<WrittenValue> calibrated_values(const Model& model);

/// A value's one number where it stands in a file: of a rate, a duration or money the number before the unit, of a
/// distribution its mean.
struct WrittenNumber {
  std::string file;
  std::uint32_t line = 0;
  std::size_t offset = 0, length = 0;  ///< bytes of the file's text
  std::string text;                    ///< of the whole value: "504 per year"
  double number = 0;
  bool whole = false;               ///< written without decimals and unit: a number of people
  std::optional<double> low, high;  ///< the range in doubt, in the same unit
  bool calibrated = false;          ///< says so
};

/// The number at the path in this arm's latest rules; nothing where there is none, or no single one.
std::optional<WrittenNumber> number_at(const Model& model, std::size_t arm, std::string_view path);

/// The file's text with another number in that place.
std::string with_number(const std::string& text, const WrittenNumber& place, double number);

}  // namespace sagsflow

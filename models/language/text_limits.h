#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/language/origin.h"

namespace sagsflow {

/// What stands in the way of parsing a text, and where.
struct TextProblem {
  Place place;  ///< line and column only
  std::string text;
};

/// Refuses, before any parsing, more than 4 MiB, bytes that are not UTF-8, NUL, brackets and dotted keys nested more
/// than 64 levels deep, more than some 100 000 values, and letters such as æ outside quotes.
std::optional<TextProblem> problem_of_text(std::string_view text);

}  // namespace sagsflow

#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "models/language/quantity.h"

namespace sagsflow {

// Each takes a quantity as written and gives its value, or what is wrong and expected.

/// What is wrong with a quantity, and the unit that was likely meant.
struct QuantityProblem {
  std::string text;
  std::string suggestion;
  bool operator==(const QuantityProblem&) const = default;
};
template <class T>
using Quantity = std::expected<T, QuantityProblem>;

/// "45 min", "3.7 h", "14 days", "8 weeks", "2 months", "3 years": a year is 365.25 days, a month a twelfth of it.
Quantity<Span> parse_span(std::string_view text);

/// As a span, or "10 working days".
Quantity<Length> parse_length(std::string_view text);

/// "9000 per year"
Quantity<Rate> parse_rate(std::string_view text);

/// "1725 DKK"
Quantity<Money> parse_money(std::string_view text);

/// "4355 DKK per week"
Quantity<MoneyRate> parse_money_rate(std::string_view text);

/// "1 %" as 0.01
Quantity<double> parse_percent(std::string_view text);

/// Whether a duration is written in min or h.
bool is_in_hours(std::string_view text);

}  // namespace sagsflow

#include "output/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sagsflow {
namespace {

constexpr std::string_view kMinus = "−";

/// Digits of a value that is not negative, rounded to `decimals`.
std::string plain_digits(double value, int decimals) {
  if (decimals < 0) {
    const double step = std::pow(10.0, -decimals);
    value = std::round(value / step) * step;
  }
  std::array<char, 400> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed,
                                 std::max(decimals, 0));
  return std::string(buffer.data(), end.ptr);
}

std::string grouped(const std::string& digits, Language language) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string text;
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) text += language == Language::danish ? '.' : ',';
    text += digits[i];
  }
  if (point < digits.size()) {
    text += language == Language::danish ? ',' : '.';
    text += digits.substr(point + 1);
  }
  return text;
}

bool rounds_to_nothing(const std::string& digits) {
  return digits.find_first_of("123456789") == std::string::npos;
}

bool has_interval(const Estimate& estimate) {
  return std::isfinite(estimate.half_width());
}

/// 0 where every replication said the same, but for rounding.
double spread_of(const Estimate& estimate) {
  const double half_width = estimate.half_width();
  return half_width <= 1e-9 * std::abs(estimate.value) ? 0.0 : half_width;
}

int magnitude(double value) {
  return static_cast<int>(std::floor(std::log10(std::abs(value))));
}

/// For a table: three significant digits at most.
int short_decimals(const Estimate& estimate) {
  const double spread = spread_of(estimate);
  const int decimals = decimals_for(estimate.value, spread);
  const double larger = std::max(std::abs(estimate.value), spread);
  return spread > 0 ? std::min(decimals, 2 - magnitude(larger)) : decimals;
}

std::string in_two_parts(std::string value, const Estimate& estimate, int decimals, Language language) {
  value += '\t';
  const double spread = spread_of(estimate);
  if (!(spread > 0) || rounds_to_nothing(plain_digits(spread, decimals))) return value;
  return value + "± " + number(spread, decimals, language);
}

}  // namespace

int decimals_for(double value, double half_width) {
  if (std::isfinite(half_width) && half_width > 0) {
    const int size = magnitude(half_width);
    const double leading = half_width * std::pow(10.0, 2 - size);  // 100 to 999
    const int digits = leading < 355 ? 2 : leading < 950 ? 1 : 0;
    return std::clamp(digits - 1 - size, -6, kMostDecimals);
  }
  const double size = std::abs(value);
  if (!std::isfinite(value) || size >= 100 || std::abs(value - std::round(value)) <= 1e-9 * size) return 0;
  return std::clamp(std::abs(value) < 1 ? 1 - magnitude(value) : 2 - magnitude(value), 0, kMostDecimals);
}

int decimals_of_size(double value) {
  return std::isfinite(value) && value != 0 ? std::clamp(2 - magnitude(value), 0, kMostDecimals) : 0;
}

std::string number(double value, int decimals, Language language) {
  if (!std::isfinite(value)) return std::string(kNoValue);
  const std::string digits = plain_digits(std::abs(value), decimals);
  const bool minus = value < 0 && !rounds_to_nothing(digits);
  return (minus ? std::string(kMinus) : "") + grouped(digits, language);
}

std::string number(double value, Language language) {
  return number(value, decimals_for(value, kUndefined), language);
}

std::string signed_number(double value, int decimals, Language language) {
  const std::string text = number(value, decimals, language);
  return value > 0 && !rounds_to_nothing(text) ? "+" + text : text;
}

std::string with_interval(const Estimate& estimate, Language language) {
  const int decimals = decimals_for(estimate.value, spread_of(estimate));
  const std::string value = number(estimate.value, decimals, language);
  if (!(spread_of(estimate) > 0)) return value;
  const std::string low = number(estimate.low, decimals, language);
  const std::string high = number(estimate.high, decimals, language);
  const bool below_zero = low.starts_with(kMinus);
  const std::string_view between = !below_zero ? "–" : language == Language::danish ? " til " : " to ";
  return value + " (" + low + std::string(between) + high + ")";
}

std::string with_half_width(const Estimate& estimate, Language language) {
  const int decimals = short_decimals(estimate);
  return in_two_parts(number(estimate.value, decimals, language), estimate, decimals, language);
}

std::string change_with_half_width(const Estimate& change, Language language, int most_decimals) {
  const int decimals = std::min(short_decimals(change), most_decimals);
  return in_two_parts(signed_number(change.value, decimals, language), change, decimals, language);
}

std::string in_line(const Estimate& change, Language language) {
  std::string text = change_with_half_width(change, language);
  if (const auto tab = text.find('\t'); tab != std::string::npos) text.replace(tab, 1, text.back() == '\t' ? "" : " ");
  return text;
}

bool rounds_to_nothing(const Estimate& change, int most_decimals) {
  const int decimals = std::min(short_decimals(change), most_decimals);
  return rounds_to_nothing(plain_digits(std::abs(change.value), decimals)) &&
         (!has_interval(change) || rounds_to_nothing(plain_digits(spread_of(change), decimals)));
}

std::string percent(double share, Language language) {
  const double value = 100 * share;
  const int decimals = std::abs(value) < 9.95 && value != 0 ? 1 : 0;
  return number(value, decimals, language) + (language == Language::danish ? " %" : "%");
}

std::string whole_percent(double share, Language language) {
  return number(100 * share, 0, language) + (language == Language::danish ? " %" : "%");
}

bool is_clear(const Estimate& difference) {
  return has_interval(difference) && (difference.low > 0 || difference.high < 0);
}

bool is_unchanged(const Estimate& difference) {
  return difference.value == 0 && difference.low == 0 && difference.high == 0;
}

Estimate scaled(const Estimate& estimate, double factor) {
  Estimate result = estimate;
  result.value *= factor;
  result.low *= factor;
  result.high *= factor;
  if (factor < 0) std::swap(result.low, result.high);
  return result;
}

}  // namespace sagsflow

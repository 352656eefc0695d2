#include "models/language/units.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "models/language/names.h"

namespace sagsflow {
namespace {

struct Unit {
  std::string_view name;
  Span length;
};

constexpr std::array kUnits{
    Unit{"min", kMinute},  Unit{"minute", kMinute}, Unit{"minutes", kMinute}, Unit{"h", kHour},    Unit{"hour", kHour},
    Unit{"hours", kHour},  Unit{"day", kDay},       Unit{"days", kDay},       Unit{"week", kWeek}, Unit{"weeks", kWeek},
    Unit{"month", kMonth}, Unit{"months", kMonth},  Unit{"year", kYear},      Unit{"years", kYear}};
constexpr double kLongestYears = 1000;
constexpr double kMostRate = 1e12;
constexpr double kMostMoney = 1e12;

std::optional<Span> unit_length(std::string_view name) {
  for (const Unit& unit : kUnits) {
    if (unit.name == name) return unit.length;
  }
  return std::nullopt;
}

std::unexpected<QuantityProblem> problem(std::string text, std::string suggestion = {}) {
  return std::unexpected(QuantityProblem{std::move(text), std::move(suggestion)});
}

std::unexpected<QuantityProblem> expected_but_got(std::string_view what, std::string_view text) {
  return problem(fmt::format("expected {}, got \"{}\"", what, text));
}

/// The word's unit, or an error with the nearest one.
Quantity<Span> parse_unit(std::string_view word) {
  if (const auto length = unit_length(word)) return *length;
  std::vector<std::string> units;
  for (const Unit& unit : kUnits) units.emplace_back(unit.name);
  return problem(fmt::format("unknown unit \"{}\", expected min, h, days, weeks, months or years", word),
                 nearest_name(word, units));
}

/// A number at the start of `text` and the words after it; nothing if it does not begin with a finite number and a
/// blank.
std::optional<std::pair<double, std::vector<std::string_view>>> number_and_words(std::string_view text) {
  double number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status != std::errc() || !std::isfinite(number)) return std::nullopt;
  std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  if (rest.empty() || rest[0] != ' ') return std::nullopt;
  std::vector<std::string_view> words;
  while (!rest.empty()) {
    const std::size_t blank = rest.find(' ');
    if (blank != 0) words.push_back(rest.substr(0, blank));
    rest = blank == std::string_view::npos ? std::string_view{} : rest.substr(blank + 1);
  }
  return std::pair(number, words);
}

Quantity<Span> span_of(double number, Span unit, std::string_view text) {
  if (std::signbit(number)) return problem(fmt::format("duration is {}, expected 0 or more", text));
  const double microseconds = number * static_cast<double>(unit.count());
  if (microseconds > kLongestYears * static_cast<double>(kYear.count())) {
    return problem(fmt::format("duration is {}, the limit is {} years; \"never\" does not end", text, kLongestYears));
  }
  if (number > 0 && microseconds < static_cast<double>(kSecond.count())) {
    return problem(fmt::format("duration is {}, the shortest beside 0 is a second", text));
  }
  return Span(std::llround(microseconds));
}

template <class Amount>
Quantity<Amount> checked_money(Amount amount, std::string_view text) {
  if (std::abs(amount.dkk) <= kMostMoney) return amount;
  return problem(fmt::format("money is {}, the limit is {:g} DKK", text, kMostMoney));
}

constexpr std::string_view kDuration = "a duration such as \"14 days\"";
constexpr std::string_view kRate = "a rate such as \"9000 per year\"";
constexpr std::string_view kMoney = "money such as \"1725 DKK\"";
constexpr std::string_view kMoneyRate = "money over time such as \"4355 DKK per week\"";

}  // namespace

Quantity<Span> parse_span(std::string_view text) {
  const auto parts = number_and_words(text);
  if (!parts || parts->second.empty() || parts->second.size() > 2) return expected_but_got(kDuration, text);
  if (parts->second.size() == 2) {
    const bool working = parts->second[0] == "working" && parts->second[1].starts_with("day");
    if (working) return problem("working days are not used here, expected calendar time such as \"14 days\"");
    return expected_but_got(kDuration, text);
  }
  const auto unit = parse_unit(parts->second[0]);
  if (!unit) return std::unexpected(unit.error());
  return span_of(parts->first, *unit, text);
}

Quantity<Length> parse_length(std::string_view text) {
  const auto parts = number_and_words(text);
  const bool working = parts && parts->second.size() == 2 && parts->second[0] == "working" &&
                       (parts->second[1] == "days" || parts->second[1] == "day");
  if (!working) {
    const auto span = parse_span(text);
    if (!span) return std::unexpected(span.error());
    return Length{*span, 0};
  }
  const double days = parts->first;
  if (days < 0 || days > 100'000 || days != std::floor(days)) {
    return problem(fmt::format("\"{}\" is not a whole number of working days from 0 to 100000", text));
  }
  return Length{Span{}, static_cast<int>(days)};
}

Quantity<Rate> parse_rate(std::string_view text) {
  const auto parts = number_and_words(text);
  if (!parts || parts->second.size() != 2 || parts->second[0] != "per") return expected_but_got(kRate, text);
  const auto unit = parse_unit(parts->second[1]);
  if (!unit) return std::unexpected(unit.error());
  if (std::signbit(parts->first)) return problem(fmt::format("rate is {}, expected 0 or more", text));
  if (parts->first > kMostRate) return problem(fmt::format("rate is {}, the limit is {:g}", text, kMostRate));
  return Rate{parts->first, *unit};
}

Quantity<Money> parse_money(std::string_view text) {
  const auto parts = number_and_words(text);
  if (!parts || parts->second.size() != 1 || parts->second[0] != "DKK") return expected_but_got(kMoney, text);
  return checked_money(Money{parts->first}, text);
}

Quantity<MoneyRate> parse_money_rate(std::string_view text) {
  const auto parts = number_and_words(text);
  const bool shaped = parts && parts->second.size() == 3 && parts->second[0] == "DKK" && parts->second[1] == "per";
  if (!shaped) return expected_but_got(kMoneyRate, text);
  const auto unit = parse_unit(parts->second[2]);
  if (!unit) return std::unexpected(unit.error());
  return checked_money(MoneyRate{parts->first, *unit}, text);
}

Quantity<double> parse_percent(std::string_view text) {
  const auto parts = number_and_words(text);
  const bool shaped = parts && parts->second.size() == 1 && parts->second[0] == "%" && parts->first >= 0;
  if (!shaped) return expected_but_got("a percentage such as \"1 %\"", text);
  return parts->first / 100;
}

bool is_in_hours(std::string_view text) {
  const auto parts = number_and_words(text);
  if (!parts || parts->second.size() != 1) return false;
  const auto unit = unit_length(parts->second[0]);
  return unit && *unit <= kHour;
}

}  // namespace sagsflow

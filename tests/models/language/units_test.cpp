#include "models/language/units.h"

#include <catch2/catch.hpp>

namespace sagsflow {

TEST_CASE("a year is 365.25 days and a month a twelfth of it") {
  CHECK(parse_span("4 years") == 1461 * kDay);
  CHECK(parse_span("12 months") == parse_span("1 year"));
  CHECK(parse_span("1 month").value().count() == 2'629'800'000'000);
}

TEST_CASE("units have a singular and a plural") {
  CHECK(parse_span("1 day") == parse_span("1 days"));
  CHECK(parse_span("2 week") == 14 * kDay);
  CHECK(parse_span("3.7 h") == 222 * kMinute);
  CHECK(parse_span("45 min") == 45 * kMinute);
  CHECK(parse_span("0 days") == Span{});
}

TEST_CASE("what is no duration is refused") {
  for (const char* text : {"", "14", "days", "14days", "fourteen days", "-1 day", "-0 days", "inf days", "nan days",
                           "14 days 3 h", "1,5 days", "14 Days", "1001 years", "never"}) {
    INFO(text);
    CHECK_FALSE(parse_span(text).has_value());
  }
  CHECK(parse_span("2 wekes").error().suggestion == "weeks");
}

TEST_CASE("working days are counted, not measured") {
  CHECK(parse_length("10 working days")->working_days == 10);
  CHECK(parse_length("10 working days")->span == Span{});
  CHECK(parse_length("10 days")->span == 10 * kDay);
  CHECK_FALSE(parse_length("1.5 working days").has_value());
  CHECK_FALSE(parse_span("10 working days").has_value());
}

TEST_CASE("rates and money say over what time") {
  CHECK(parse_rate("9000 per year")->count == 9000);
  CHECK(parse_rate("9000 per year")->per == kYear);
  CHECK(parse_money("1725 DKK")->dkk == 1725);
  CHECK(parse_money_rate("330.5 DKK per hour")->dkk == 330.5);
  CHECK(parse_money_rate("330.5 DKK per hour")->per == kHour);
  CHECK_FALSE(parse_rate("9000 year").has_value());
  CHECK_FALSE(parse_rate("-1 per year").has_value());
  CHECK_FALSE(parse_money("1725").has_value());
  CHECK_FALSE(parse_money("1725 EUR").has_value());
  CHECK_FALSE(parse_money_rate("330 DKK").has_value());
  CHECK(parse_percent("1 %").value() == 0.01);
}

}  // namespace sagsflow

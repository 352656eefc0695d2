#include "output/number_format.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

namespace {

constexpr Language da = Language::danish;
constexpr Language en = Language::english;

Estimate around(double value, double half_width) {
  return {value, value - half_width, value + half_width, 20};
}

}  // namespace

TEST_CASE("Danish and English write numbers their own way") {
  CHECK(number(1234567.5, 1, da) == "1.234.567,5");
  CHECK(number(1234567.5, 1, en) == "1,234,567.5");
  CHECK(number(-1234, 0, da) == "−1.234");
  CHECK(number(123, 0, da) == "123");
  CHECK(number(12345, -2, da) == "12.300");
  CHECK(number(kUndefined, 1, da) == "–");
}

TEST_CASE("what rounds to nothing has no sign") {
  CHECK(number(-0.04, 1, da) == "0,0");
  CHECK(signed_number(0.04, 1, da) == "0,0");
  CHECK(signed_number(0.06, 1, da) == "+0,1");
  CHECK(signed_number(-0.06, 1, en) == "−0.1");
}

TEST_CASE("without an interval the size of the number decides") {
  CHECK(number(1234.56, da) == "1.235");
  CHECK(number(12.345, da) == "12,3");
  CHECK(number(1.2345, da) == "1,23");
  CHECK(number(0.012345, da) == "0,012");
  CHECK(number(48.0, da) == "48");
}

TEST_CASE("a half-width keeps two digits to 354, one to 949, and is 1000 from 950") {
  CHECK(decimals_for(0, 0.354) == 2);
  CHECK(decimals_for(0, 0.356) == 1);
  CHECK(decimals_for(0, 0.949) == 1);
  CHECK(decimals_for(0, 0.951) == 0);
  CHECK(decimals_for(0, 12.0) == 0);
  CHECK(decimals_for(0, 120.0) == -1);
  CHECK(decimals_for(0, 0.00001) == 3);
}

TEST_CASE("a value stands with its interval") {
  CHECK(with_interval(around(35.21, 1.3), da) == "35,2 (33,9–36,5)");
  CHECK(with_interval(around(35.21, 1.3), en) == "35.2 (33.9–36.5)");
  CHECK(with_interval(around(-3.2, 0.9), da) == "−3,2 (−4,1 til −2,3)");
  CHECK(with_interval(around(-3.2, 0.9), en) == "−3.2 (−4.1 to −2.3)");
  CHECK(with_interval({35.21, kUndefined, kUndefined, 1}, da) == "35,2");
  CHECK(with_interval({}, da) == "–");
}

TEST_CASE("a table's cell has value and half-width in two parts, of three digits at most") {
  CHECK(with_half_width(around(12345, 430), da) == "12.300\t± 400");
  CHECK(change_with_half_width(around(12344, 120), da) == "+12.300\t± 100");
  CHECK(with_half_width(around(17.072, 0.05), da) == "17,1\t± 0,1");
  CHECK(with_half_width(around(6.983, 0.0004), da) == "6,98\t");
  CHECK(with_half_width(around(48, 0), da) == "48\t");
  CHECK(with_half_width({48.25, kUndefined, kUndefined, 1}, da) == "48,2\t");
}

TEST_CASE("a change has no more decimals than asked for, and may then be nothing") {
  CHECK(change_with_half_width(around(-0.012, 0.032), da, 1) == "0,0\t");
  CHECK(rounds_to_nothing(around(-0.012, 0.032), 1));
  CHECK_FALSE(rounds_to_nothing(around(-0.012, 0.032), 2));
  CHECK_FALSE(rounds_to_nothing(around(0.01, 0.3), 1));
  CHECK(in_line(around(-3.2, 0.9), da) == "−3,2 ± 0,9");
}

TEST_CASE("three digits of a number of that size") {
  CHECK(decimals_of_size(212000) == 0);
  CHECK(decimals_of_size(47.7) == 1);
  CHECK(decimals_of_size(5.6) == 2);
  CHECK(decimals_of_size(0) == 0);
}

TEST_CASE("a difference is clear when its interval leaves 0 out") {
  CHECK(is_clear(around(-5, 4.9)));
  CHECK_FALSE(is_clear(around(-5, 5)));
  CHECK_FALSE(is_clear({-5, kUndefined, kUndefined, 1}));
  CHECK(is_unchanged(around(0, 0)));
  CHECK_FALSE(is_unchanged(around(0, 1)));
}

TEST_CASE("a share is shown in per cent") {
  CHECK(percent(0.456, da) == "46 %");
  CHECK(percent(0.0456, da) == "4,6 %");
  CHECK(percent(0.456, en) == "46%");
  CHECK(percent(0, da) == "0 %");
}

TEST_CASE("turned round, an interval's bounds change places") {
  const Estimate freed = scaled({-100, -120, -80, 4}, -0.5);
  CHECK(freed.low == 40);
  CHECK(freed.value == 50);
  CHECK(freed.high == 60);
}

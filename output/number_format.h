#pragma once

#include <string>

#include "models/results/estimates.h"
#include "output/language.h"

namespace sagsflow {

/// What stands for a value that is not defined.
inline constexpr std::string_view kNoValue = "–";

/// What rounds no further than this is never rounded away.
inline constexpr int kMostDecimals = 3;

/// Decimals for a value with its half-width, as the Particle Data Group (2022, Review of Particle Physics, section 5.3)
/// rounds: two significant digits of a half-width that begins with 100 to 354, one of 355 to 949, and 950 up to 1000.
/// From -6 (rounded to millions) to 3; without a half-width
/// (undefined or 0), by the size of the value: 1.235; 123; 12,3; 1,23; 0,012; whole numbers have none.
int decimals_for(double value, double half_width);

/// Decimals that show three significant digits of a number of this size, from 0 to 3; 0 has none to show.
int decimals_of_size(double value);

/// "1.234,5" or "1,234.5", minus as "−"; `decimals` below 0 rounds to tens, hundreds and so on.
std::string number(double value, int decimals, Language language);
/// Rounded by its size.
std::string number(double value, Language language);
/// With "+" or "−"; what rounds to nothing has neither.
std::string signed_number(double value, int decimals, Language language);

/// "35,2 (33,9–36,5)"; only the value when there is no interval.
std::string with_interval(const Estimate& estimate, Language language);
/// "35,2\t± 1,3", in two parts for a table's column: no more than three significant digits, and a half-width that
/// then rounds to nothing is left out.
std::string with_half_width(const Estimate& estimate, Language language);
/// "+2,1\t± 1,3"
std::string change_with_half_width(const Estimate& change, Language language, int most_decimals = kMostDecimals);
/// The same in running text: "+2,1 ± 1,3".
std::string in_line(const Estimate& change, Language language);
/// With that many decimals, value and half-width are both nothing.
bool rounds_to_nothing(const Estimate& change, int most_decimals);

/// "45 %" or "45%" of a share; one decimal below 10 %.
std::string percent(double share, Language language);

/// "45 %" or "45%", without decimals.
std::string whole_percent(double share, Language language);

/// The interval lies on one side of 0. An undefined interval is not clear.
bool is_clear(const Estimate& difference);
/// No replication differed at all.
bool is_unchanged(const Estimate& difference);

/// The estimate in another unit.
Estimate scaled(const Estimate& estimate, double factor);

}  // namespace sagsflow

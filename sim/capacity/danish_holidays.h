#pragma once

#include <vector>

#include "sim/engine/time.h"

namespace sagsflow {

/// Easter Sunday (Gregorian): the anonymous algorithm in Meeus, Astronomical Algorithms, 1991, chapter 8.
std::chrono::sys_days easter_sunday(std::chrono::year year);

/// The public holidays (helligdage) of a year in order: New Year, Maundy Thursday, Good Friday, Easter Sunday and
/// Monday, Store Bededag (until 2023: lov nr. 214 of 6 March 2023), Ascension, Whit Sunday and Monday, 25 and 26
/// December.
std::vector<std::chrono::sys_days> danish_holidays(std::chrono::year year);

}  // namespace sagsflow

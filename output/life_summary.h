#pragma once

#include <cstddef>
#include <string>

#include "models/results/life.h"
#include "output/language.h"

namespace sagsflow {

/// Who the citizen is, what it waited for and where in each arm, and where and why the two lives part.
std::string life_summary(const Results& description, const Lives& lives, Language language, std::size_t width);

/// How many whole days after it came.
std::string day_of_life(const Lives& lives, Time at, Language language);

}  // namespace sagsflow

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/answer.h"

namespace sagsflow {

/// The questions as rows and the arms as columns in five lines, then what the words mean; empty where that does not fit
/// in `width` columns.
std::string answer_table(const Results& results, const std::vector<ArmAnswer>& answers, Language language,
                         std::size_t width);

}  // namespace sagsflow

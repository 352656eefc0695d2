#pragma once

#include <cstddef>
#include <string>

#include "models/results/life.h"
#include "output/language.h"

namespace sagsflow {

/// One citizen's life under two arms: what it waited for in each, where the two part and why, and every event with its
/// rule, once as long as they are alike, then side by side (one below the other where there is no room).
/// `description` names the model's things, as Results do.
std::string life_text(const Results& description, const Lives& lives, Language language, std::size_t width);

}  // namespace sagsflow

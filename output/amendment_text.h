#pragma once

#include <cstddef>
#include <string>

#include "models/description/change.h"
#include "output/language.h"

namespace sagsflow {

/// The differences as an amendment reads, thing by thing, with source and quote of each, in lines of `width` columns;
/// that there are none is said.
std::string amendment_text(const Amendment& amendment, Language language, std::size_t width);

}  // namespace sagsflow

#pragma once

#include <optional>
#include <string_view>

#include "models/results/quotient.h"

namespace sagsflow {

/// What people write for a measure of an object: "wait:p90", or "wait" alone, read as its usual statistic. Nothing when
/// the results have no such measure or there is no such statistic.
std::optional<Quantity::Reading> reading_of(const Results& results, std::string_view object, std::string_view measure,
                                            std::string_view group = {});

/// "OBJECT.MEASURE": "total.staff_hours", "pool.sagsbehandler.wait:p90".
std::optional<Quantity::Reading> reading_named(const Results& results, std::string_view name);

}  // namespace sagsflow

#pragma once

#include <expected>
#include <string>
#include <vector>

#include "models/process/model.h"
#include "models/results/results.h"

namespace sagsflow {

/// What `[[report.ranking]]` asks for. Error: which of its measures no run of the model would give, known before any.
std::expected<std::vector<RankingInfo>, std::string> rankings_of(const Model& model);

}  // namespace sagsflow

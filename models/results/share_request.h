#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/results/results.h"

namespace sagsflow {

/// A share that somebody asks for: of the waits within ten days, of the time with more than 55 citizens. It stands in
/// the catalogue as a measure of its own, "wait:share_within:10 days", whose mean it is.
struct ShareRequest {
  enum class Side { within, above };
  std::string object, measure, group;
  Side side = Side::within;
  std::string limit;  ///< as written: "10 days", "55"
  bool operator==(const ShareRequest&) const = default;
};

/// "wait:share_within:10 days" in its parts; nothing for any other measure.
struct RequestText {
  std::string_view measure, statistic;  ///< "wait", "share_within:10 days"
  ShareRequest::Side side;
  std::string_view limit;
};
std::optional<RequestText> request_in(std::string_view measure);

/// What the targets ask for, each once and in their order.
std::vector<ShareRequest> requests_of(const std::vector<TargetInfo>& targets);

}  // namespace sagsflow

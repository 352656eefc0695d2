#include "models/results/share_request.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sagsflow {
namespace {

constexpr std::array<std::pair<std::string_view, ShareRequest::Side>, 2> kSides = {
    {{"share_within:", ShareRequest::Side::within}, {"share_above:", ShareRequest::Side::above}}};

}  // namespace

std::optional<RequestText> request_in(std::string_view measure) {
  for (const auto& [word, side] : kSides) {
    const std::size_t at = measure.rfind(word);
    if (at == std::string_view::npos || at == 0 || measure[at - 1] != ':') continue;
    return RequestText{measure.substr(0, at - 1), measure.substr(at), side, measure.substr(at + word.size())};
  }
  return std::nullopt;
}

std::vector<ShareRequest> requests_of(const std::vector<TargetInfo>& targets) {
  std::vector<ShareRequest> requests;
  for (const TargetInfo& target : targets) {
    const auto text = request_in(target.measure);
    if (!text) continue;
    ShareRequest request{target.of, std::string(text->measure), target.group, text->side, std::string(text->limit)};
    if (std::ranges::find(requests, request) == requests.end()) requests.push_back(std::move(request));
  }
  return requests;
}

}  // namespace sagsflow

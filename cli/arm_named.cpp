#include "cli/arm_named.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/exit_code.h"
#include "models/language/names.h"

namespace sagsflow {

int refuse_unknown(std::string_view what, const std::string& name, const std::vector<std::string>& known) {
  const std::string nearest = nearest_name(name, known);
  fmt::print(stderr, "sagsflow: unknown {} \"{}\"", what, name);
  if (!nearest.empty()) {
    fmt::print(stderr, "; did you mean \"{}\"?\n", nearest);
  } else if (known.size() <= 30 && !known.empty()) {
    fmt::print(stderr, "; there is \"{}\"\n", fmt::join(known, "\", \""));
  } else {
    fmt::print(stderr, "\n");
  }
  return kBadCommandLine;
}

std::expected<std::size_t, int> arm_named(const Model& model, const std::string& name) {
  std::vector<std::string> names;
  for (std::size_t arm = 0; arm < model.arms.size(); ++arm) {
    if (model.arms[arm].name == name) return arm;
    names.push_back(model.arms[arm].name);
  }
  return std::unexpected(refuse_unknown("arm", name, names));
}

}  // namespace sagsflow

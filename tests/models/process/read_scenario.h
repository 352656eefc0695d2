#pragma once

#include <map>
#include <string>

#include "models/process/model.h"

namespace sagsflow {

/// A small law that the tests lay their own files over; its file is "law.toml".
inline std::string small_law() {
  return R"(
[run]
start = 2018-01-01
length = "1 year"
[attribute.risiko]
values = { lav = 0.6, hoej = "rest" }
[attribute.kommune]
values = { Aalborg = 0.5, Rebild = 0.5 }
[arrival.nye]
status = "syg"
rate = "100 per year"
[status.syg.exit.rask]
to = "job"
after = "26 weeks"
[status.syg.duty.opfoelgning]
procedure = "samtaler"
first = "8 weeks"
[status.job]
final = true
[procedure.samtaler]
start = "samtale"
[procedure.samtaler.step.samtale]
work = { pool = "sagsbehandler", time = "30 min" }
[pool.sagsbehandler]
staff = "unlimited"
)";
}

struct ReadScenario {
  Diagnostics diagnostics;
  std::optional<Model> model;

  /// `scenario` uses the small law; `files` are beside it.
  explicit ReadScenario(const std::string& scenario, std::map<std::string, std::string> files = {}) {
    files["scenario.toml"] = "use = [\"law.toml\"]\n" + scenario;
    files["law.toml"] = small_law();
    MemorySource source(std::move(files));
    model = read_model("scenario.toml", source, diagnostics);
  }
};

}  // namespace sagsflow

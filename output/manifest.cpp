#include "output/manifest.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace sagsflow {
namespace {

/// ISO 8601 (2019), in UTC: "2026-11-22T10:16:55Z".
std::string iso_time(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

}  // namespace

std::string manifest_json(const Manifest& manifest) {
  using Json = nlohmann::ordered_json;
  Json inputs = Json::array();
  for (const auto& input : manifest.inputs) inputs.push_back({{"path", input.path}, {"sha256", input.sha256}});
  Json json = {
      {"program", "sagsflow"},
      {"version", manifest.version},
      {"commit", manifest.commit},
      {"scenario", manifest.scenario},
      {"inputs", inputs},
      {"seed", manifest.seed},
      {"command_line", manifest.command_line},
      {"threads", manifest.threads},
      {"started", iso_time(manifest.started)},
      {"finished", iso_time(manifest.finished)},
      {"machine",
       {{"host", manifest.machine.host},
        {"system", manifest.machine.system},
        {"architecture", manifest.machine.architecture},
        {"processors", manifest.machine.processors}}},
      {"counts",
       {{"arms", manifest.counts.arms},
        {"replications", manifest.counts.replications},
        {"events", manifest.counts.events}}},
  };
  for (const auto& goal : manifest.precision) {
    json["precision"].push_back(
        {{"measure", goal.measure}, {"goal", goal.goal}, {"found", goal.found}, {"reached", goal.reached}});
  }
  // A path need not be UTF-8: what is not is replaced rather than refused.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sagsflow

#include "expecting.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace sagsflow {
namespace {

template <class Item>
const Item& the(const std::vector<Item>& items, const std::string& path, const std::string& value) {
  const auto found = std::ranges::find_if(
      items, [&](const Item& item) { return item.object.path == path && item.object.value == value; });
  INFO(path << " " << value);
  REQUIRE(found != items.end());
  return *found;
}

Model read(const std::string& text, std::map<std::string, std::string> files) {
  files["scenario.toml"] = text;
  MemorySource source(std::move(files));
  Diagnostics diagnostics;
  auto model = read_model("scenario.toml", source, diagnostics);
  INFO(diagnostics.render());
  REQUIRE(model);
  return std::move(*model);
}

}  // namespace

Expecting::Expecting(const std::string& text, std::map<std::string, std::string> files, std::size_t most_profiles)
    : load(load_of(read(text, std::move(files)), most_profiles)) {}

FirstArm::FirstArm(const std::string& text)
    : model(read(text, {})), arm(model.arms.front()), profiles(arm, kMostProfiles), names(arm) {
  for (const Version& version : arm.versions) {
    sets.push_back({version.definitions, profiles, names, laws, approximations, {}});
  }
}

const StatusFlow& Expecting::status(const std::string& name) const {
  return the(load.arms.back().long_run.statuses, "status." + name, "");
}

double Expecting::step(const std::string& procedure, const std::string& name) const {
  return the(load.arms.back().long_run.steps, "procedure." + procedure + ".step." + name, "").entries;
}

const PoolLoad& Expecting::pool(const std::string& name, const std::string& value) const {
  return the(load.arms.back().long_run.pools, "pool." + name, value);
}

const MeetingLoad& Expecting::meeting(const std::string& name, const std::string& value) const {
  return the(load.arms.back().long_run.meetings, "meeting." + name, value);
}

bool Expecting::approximates(Approximation what) const {
  return std::ranges::count(load.arms.back().approximations, what) > 0;
}

std::string year() {
  return "[run]\nstart = 2018-01-01\nlength = \"1 year\"\n";
}

std::string arrivals(const std::string& status, double a_year) {
  return "[arrival.nye]\nstatus = \"" + status + "\"\nrate = \"" + std::to_string(a_year) + " per year\"\n";
}

std::string ude() {
  return "[status.ude]\nfinal = true\n";
}

std::string open_pool(const std::string& name, int staff) {
  return "[pool." + name + "]\nstaff = " + std::to_string(staff) + "\ncalendar = \"always\"\n";
}

}  // namespace sagsflow

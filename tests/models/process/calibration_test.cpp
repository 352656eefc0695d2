#include "models/process/calibration.h"

#include <catch2/catch.hpp>

#include "read_scenario.h"

namespace sagsflow {
namespace {

const std::string kTrial = R"([trial]
id = "t"
[procedure.samtaler.step.samtale]
work = { pool = "sagsbehandler", time = { value = "45 min", low = "30 min", high = "1 h", calibrated = "mål.toml timer" } }
)";

/// The text of the value's number, as it stands in its file.
std::string standing(const Model& model, std::size_t arm, const std::string& path) {
  const auto number = number_at(model, arm, path);
  if (!number) return "(none)";
  for (const FileRead& file : model.files) {
    if (file.path == number->file) return file.text.substr(number->offset, number->length);
  }
  return "(no file)";
}

}  // namespace

TEST_CASE("a number is found where it stands: before a unit, in a distribution, behind Danish letters, in an array") {
  const ReadScenario read(R"([status.syg.exit.job]
to = "job"
label = { da = "Færdig på øen", en = "…" }
after = { note = "æøå", value = { exponential = "6.5 years" }, low = "4 years", high = "9 years" }
[status.syg.exit.ud]
to = "job"
after = { mixture = [{ share = 0.25, of = "20 weeks" }, { share = "rest", of = "never" }] }
[pool.andre]
staff = { value = 12, low = 8, high = 20 }
calendar = "always"
)");
  REQUIRE(read.model);
  const Model& model = *read.model;
  CHECK(standing(model, 0, "status.syg.exit.job.after") == "6.5");
  CHECK(standing(model, 0, "status.syg.exit.ud.after.mixture.1.share") == "0.25");
  CHECK(standing(model, 0, "status.syg.exit.ud.after.mixture.3.share") == "(none)");
  CHECK(standing(model, 0, "status.syg.exit.ud.after") == "(none)");  // a mixture has no one number
  CHECK(standing(model, 0, "status.syg.exit.job.aftr") == "(none)");
  const auto years = number_at(model, 0, "status.syg.exit.job.after");
  CHECK(years->number == 6.5);
  CHECK(years->low == 4);
  CHECK(years->high == 9);
  CHECK_FALSE(years->whole);
  const auto people = number_at(model, 0, "pool.andre.staff");
  CHECK(people->whole);
  CHECK(people->number == 12);
}

TEST_CASE("another number takes its place in the text and nothing else changes") {
  const ReadScenario read("[pool.andre]\nstaff = { value = 12, low = 8, high = 20 }\ncalendar = \"always\"\n");
  REQUIRE(read.model);
  const auto place = number_at(*read.model, 0, "pool.andre.staff");
  REQUIRE(place);
  CHECK(with_number(read.model->files[0].text, *place, 14.6) ==
        "use = [\"law.toml\"]\n[pool.andre]\nstaff = { value = 15, low = 8, high = 20 }\ncalendar = \"always\"\n");
  const auto rate = number_at(*read.model, 0, "arrival.nye.rate");
  REQUIRE(rate);
  CHECK(rate->file == "law.toml");
  CHECK(with_number("rate = \"100 per year\"", WrittenNumber{"", 1, 8, 3, "", 100, false, {}, {}, false}, 62.5) ==
        "rate = \"62.500000000000 per year\"");
}

TEST_CASE("an arm's number is the trial's where the trial sets it") {
  const ReadScenario read("[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"forsoeg\"\ntrials = [\"t.toml\"]\n",
                          {{"t.toml", kTrial}});
  REQUIRE(read.model);
  CHECK(standing(*read.model, 0, "procedure.samtaler.step.samtale.work.time") == "30");
  CHECK(standing(*read.model, 1, "procedure.samtaler.step.samtale.work.time") == "45");
}

TEST_CASE("what says that it is calibrated is listed once, of whatever arm it is, with its range and its target") {
  const ReadScenario read(
      "[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"a\"\ntrials = [\"t.toml\"]\n[[arm]]\nname = \"b\"\ntrials = "
      "[\"t.toml\"]\n",
      {{"t.toml", kTrial}});
  REQUIRE(read.model);
  const std::vector<WrittenValue> values = calibrated_values(*read.model);
  REQUIRE(values.size() == 1);
  CHECK(values[0].path == "procedure.samtaler.step.samtale.work.time");
  CHECK(values[0].text == "45 min");
  CHECK(values[0].low == "30 min");
  CHECK(values[0].high == "1 h");
  CHECK(values[0].calibrated == "mål.toml timer");
  CHECK(values[0].file == "t.toml");
}

}  // namespace sagsflow

#include "models/load/bystanders.h"

#include <catch2/catch.hpp>

#include "expecting.h"
#include "models/load/network.h"

namespace sagsflow {
namespace {

Approx exactly(double value) {
  return Approx(value).epsilon(1e-9);
}

std::size_t possible(const std::string& text) {
  const FirstArm rules(text);
  return possible_bystanders(rules.arm, rules.sets).size();
}

std::size_t entries(const std::string& text) {
  const FirstArm rules(text);
  return Network(rules.arm, rules.sets).entries().size();
}

std::string ages() {
  return "[attribute.alder]\nvalues = { ung = 0.3, gammel = 0.7 }\n";
}

/// Everybody has a case; what is done in it goes by the age, and so does the work.
std::string case_by_age() {
  return open_pool("p", 1) + R"(
[procedure.sag]
start = "visit"
[procedure.sag.step.visit]
next = { by = "alder", ung = "kort", gammel = { kort = 0.5, lang = 0.5 } }
[procedure.sag.step.kort]
work = { pool = "p", time = "1 hour" }
[procedure.sag.step.lang]
work = { pool = "p", time = { by = "alder", ung = "100 hours", gammel = "3 hours" } }
)";
}

std::string exit(const std::string& status, const std::string& to, const std::string& after) {
  return "[status." + status + ".exit.ud]\nto = " + to + "\nafter = " + after + "\n";
}

std::string stays_a(const std::string& after) {
  return year() + arrivals("a", 1000) + ude() + ages() + case_by_age() + "[status.a]\non_enter = \"sag\"\n" +
         exit("a", "\"ude\"", after);
}

TEST_CASE("an attribute drawn for itself that nothing sets or asks for at entry may stand by") {
  const std::string plain = stays_a("\"10 days\"");
  CHECK(possible(plain) == 1);
  CHECK(
      possible(
          plain +
          "[attribute.koen]\nvalues = { by = \"alder\", ung = { k = 1.0, m = 0.0 }, else = { k = 0.0, m = 1.0 } }\n") ==
      0);
  CHECK(possible(plain + "[procedure.sag.step.kort.set]\nalder = \"ung\"\n") == 0);
  CHECK(possible(plain + "[status.a.exit.ud.set]\nalder = \"ung\"\n") == 0);
  CHECK(possible(plain + "[arrival.nye.set]\nalder = \"ung\"\n") == 0);
  CHECK(possible(plain + "[stock.nu]\nstatus = \"a\"\ncount = 1\nelapsed = \"0 days\"\nset = { alder = \"ung\" }\n") ==
        0);
  CHECK(possible(plain + "[pool.q]\nper = \"alder\"\nstaff = 1\ncalendar = \"always\"\n") == 0);
  CHECK(possible(
            plain +
            "[arrival.flere]\nrate = \"1 per year\"\nstatus = { by = \"alder\", ung = \"a\", else = \"ude\" }\n") == 0);
}

TEST_CASE("who differ only in what makes no difference to their way are one entry") {
  CHECK(entries(stays_a("\"10 days\"")) == 2);
  CHECK(entries(stays_a(R"({ by = "alder", ung = "10 days", gammel = "10 days" })")) == 2);
  CHECK(entries(stays_a(R"({ by = "alder", ung = "10 days", gammel = "20 days" })")) == 3);
}

TEST_CASE("the steps and the hours of one entry are those of its values, each in its share") {
  const Expecting expecting(stays_a("\"10 days\""));
  CHECK(expecting.step("sag", "kort") == exactly(300 + 350));
  CHECK(expecting.step("sag", "lang") == exactly(350));
  CHECK(expecting.pool("p").hours_needed == exactly(650 + 3 * 350));
}

TEST_CASE("it makes no difference to the numbers whether a value stands by or is told apart") {
  // A minute of difference is enough to tell them apart.
  const Expecting one(stays_a("\"10 days\"")),
      apart(stays_a(R"({ by = "alder", ung = "10 days", gammel = "14401 min" })"));
  const auto same = [](const Expected& a, const Expected& b) {
    for (std::size_t i = 0; i < a.steps.size(); ++i)
      CHECK(a.steps[i].entries == Approx(b.steps[i].entries).epsilon(1e-4));
    CHECK(a.statuses.front().stock == Approx(b.statuses.front().stock).epsilon(1e-4));
    CHECK(a.pools.front().hours_needed == Approx(b.pools.front().hours_needed).epsilon(1e-4));
  };
  same(one.load.arms.front().long_run, apart.load.arms.front().long_run);
  same(one.load.arms.front().window, apart.load.arms.front().window);
}

TEST_CASE("a value that leads elsewhere in a later status is told apart from the beginning") {
  const Expecting expecting(
      year() + arrivals("a", 1000) + ude() + ages() + case_by_age() + "[status.a]\non_enter = \"sag\"\n" +
      exit("a", "\"b\"", "\"10 days\"") +
      exit("b", R"({ by = "alder", ung = { c = 0.9, ude = 0.1 }, gammel = { c = 0.2, ude = 0.8 } })", "\"10 days\"") +
      "[status.c]\non_enter = \"sag\"\n" + exit("c", "\"ude\"", "\"10 days\""));
  const double young = 0.9 * 300, old = 0.2 * 700;
  CHECK(expecting.status("c").entries == exactly(young + old));
  CHECK(expecting.step("sag", "lang") == exactly(350 + old / 2));
  CHECK(expecting.step("sag", "kort") == exactly(650 + young + old / 2));
}

}  // namespace
}  // namespace sagsflow

#include "output/rules_text.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

namespace {

ValueAccount staff(const std::string& text) {
  ValueAccount shown;
  shown.value.path = "pool.sagsbehandler.staff";
  shown.value.object = "pool.sagsbehandler";
  shown.value.text = text;
  shown.value.kind = ValueKind::number;
  shown.value.file = "law/kapacitet.toml";
  shown.value.line = 12;
  return shown;
}

RulesAccount account_of(std::vector<ValueAccount> values) {
  RulesAccount account;
  account.title = {"", "Lov og forsøg", "Law and trial"};
  account.law = account.arm = {"lov", "Lov", "Law"};
  account.things = {{"pool.sagsbehandler", "Sagsbehandlere", "Caseworkers"}};
  account.values = std::move(values);
  return account;
}

}  // namespace

TEST_CASE("a value is shown with unit, range, source, place and what other arms have") {
  ValueAccount shown = staff("45");
  shown.value.low = "35";
  shown.value.high = "60";
  shown.value.assumed = true;
  shown.value.source = "brev";
  shown.value.quote = "omkring 45";
  shown.value.note = "A19";
  for (const std::string arm : {"forsoeg", "begge"}) {
    ValueAccount other = staff("50");
    other.value.trial = "flere";
    other.value.file = "trials/flere.toml";
    other.value.line = 3;
    shown.elsewhere.push_back({{arm, arm, arm}, "", {}, {other.value}});
  }
  CHECK(rules_text(account_of({shown}), Language::danish, 100) ==
        "Pulje »Sagsbehandlere«\n"
        "pool.sagsbehandler\n"
        "\n"
        "  staff  45 [antal]\n"
        "         Antaget; mellem 35 og 60\n"
        "         Kilde: brev: »omkring 45«\n"
        "         Note: A19\n"
        "         law/kapacitet.toml:12\n"
        "         I armene forsoeg, begge: »50« [trials/flere.toml:3, forsøg flere]\n");
  CHECK(rules_text(account_of({shown}), Language::english, 100).find("Assumed; between 35 and 60") !=
        std::string::npos);
}

TEST_CASE("more values than fit a page are a table with a line each") {
  std::vector<ValueAccount> many(50, staff("45"));
  const std::string text = rules_text(account_of(many), Language::danish, 100);
  CHECK(std::count(text.begin(), text.end(), '\n') < 60);
  CHECK(text.find("pool.sagsbehandler\n") != std::string::npos);
}

TEST_CASE("the overview counts values, sources and assumptions of each thing") {
  ValueAccount assumed = staff("45");
  assumed.value.assumed = true;
  assumed.value.source = "brev";
  const std::string text = overview_text(account_of({assumed, staff("4"), staff("5")}), Language::danish, 100);
  INFO(text);
  CHECK(text.find("Lov og forsøg\n") == 0);
  CHECK(text.find("Sagsbehandlere  sagsbehandler        3          1        1       –") != std::string::npos);
}

TEST_CASE("only what is assumed is in the list of assumptions") {
  ValueAccount assumed = staff("45");
  assumed.value.assumed = true;
  assumed.value.low = "35";
  const std::string text = assumed_text(account_of({assumed, staff("77")}), Language::english, 100);
  CHECK(text.find("45") != std::string::npos);
  CHECK(text.find("77") == std::string::npos);
  CHECK(text.find("1 values are assumed.") != std::string::npos);
  CHECK(assumed_text(account_of({staff("77")}), Language::danish, 100) == "Intet er antaget.\n");
}

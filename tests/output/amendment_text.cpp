#include "output/amendment_text.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

namespace {

const Named kProcedure{"procedure.jaf", "JAF-visitation", "JAF visitation"};
const Named kStep{"procedure.jaf.step.visitation", "Visitation", "Screening"};

WrittenValue written(const std::string& path, const std::string& text, ValueKind kind) {
  WrittenValue value;
  value.path = path;
  value.object = kStep.path;
  value.text = text;
  value.kind = kind;
  return value;
}

WrittenValue share(const std::string& step, const std::string& label, const std::string& text) {
  WrittenValue value = written(kStep.path + ".next." + step, text, ValueKind::share);
  value.target = {"procedure.jaf.step." + step, label, label};
  return value;
}

Change change_of(const std::string& key, Change::Kind kind) {
  Change change;
  change.path = kStep.path + "." + key;
  change.object = kStep;
  change.parent = kProcedure;
  change.kind = kind;
  change.file = "forsoeg.toml";
  change.line = 7;
  return change;
}

Amendment amendment_of(std::vector<Change> changes) {
  Amendment amendment;
  amendment.law = {"lov", "Lov", "Law"};
  amendment.arm = {"forsoeg", "Forsøg", "Trial"};
  if (!changes.empty()) amendment.parts.push_back({"", {}, std::move(changes)});
  return amendment;
}

std::string in_danish(const Amendment& amendment, std::size_t width = 100) {
  return amendment_text(amendment, Language::danish, width);
}

}  // namespace

TEST_CASE("rules that do not differ are said to be the same") {
  CHECK(in_danish(amendment_of({})) == "Forsøg mod Lov\n\nReglerne er ens.\n");
  CHECK(amendment_text(amendment_of({}), Language::english, 100) == "Trial against Law\n\nThe rules are the same.\n");
}

TEST_CASE("a change reads as an amendment, with its evidence and its place") {
  Change change = change_of("deadline", Change::Kind::altered);
  change.before = {written(change.path, "14 days", ValueKind::duration)};
  change.after = {written(change.path, "4 weeks", ValueKind::duration)};
  change.after[0].source = "brev";
  change.after[0].source_title = "Brev fra kommunen";
  change.after[0].quote = "fire uger er nok";
  const Amendment amendment = amendment_of({change});
  CHECK(in_danish(amendment) ==
        "Forsøg mod Lov\n\n"
        "I sagsgang »JAF-visitation« ændres:\n"
        "  1. I trin »Visitation« ændres fristen fra »14 days« til »4 weeks«.\n"
        "       Kilde: brev, Brev fra kommunen: »fire uger er nok«\n"
        "       [forsoeg.toml:7]\n");
  CHECK(amendment_text(amendment, Language::english, 100) ==
        "Trial against Law\n\n"
        "In procedure “JAF visitation”, change:\n"
        "  1. In step “Screening”, the time limit is changed from “14 days” to “4 weeks”.\n"
        "       Source: brev, Brev fra kommunen: “fire uger er nok”\n"
        "       [forsoeg.toml:7]\n");
}

TEST_CASE("shares are percentages with all their digits, steps their labels, what is gone goes out") {
  Change shares = change_of("next", Change::Kind::altered);
  WrittenValue before = written(shares.path, "attest", ValueKind::name);
  before.names = {"procedure.jaf.step.attest", "Attest", "Certificate"};
  shares.before = {before};
  shares.after = {share("plan", "Plan", "0.8125"), share("attest", "Attest", "rest")};
  shares.after[0].low = "0.7";
  shares.after[0].high = "0.9";
  Change gone = change_of("fee", Change::Kind::removed);
  gone.before = {written(gone.path, "500 DKK", ValueKind::money)};
  const std::string text = in_danish(amendment_of({shares, gone}), 200);
  INFO(text);
  CHECK(text.find("næste trin fra »Attest« til »Plan« 81,25\u00a0% (70\u00a0%\u00a0–\u00a090\u00a0%);") !=
        std::string::npos);
  CHECK(text.find("»Attest« resten.") != std::string::npos);
  CHECK(text.find("  2. I trin »Visitation« udgår udgiften: »500 DKK«.\n") != std::string::npos);
}

TEST_CASE("a new step is one item with a line for each of its values") {
  Change step = change_of("", Change::Kind::inserted);
  step.path = kStep.path;
  step.after = {written(kStep.path + ".label", "Visitation / Screening", ValueKind::label),
                written(kStep.path + ".work.time", "45 min", ValueKind::duration),
                written(kStep.path + ".flag", "venter", ValueKind::text)};
  CHECK(in_danish(amendment_of({step})) ==
        "Forsøg mod Lov\n\n"
        "I sagsgang »JAF-visitation« ændres:\n"
        "  1. Som nyt trin indsættes »Visitation«:\n"
        "       - arbejdstiden: »45 min«\n"
        "       - markeringen imens: »venter«\n"
        "       [forsoeg.toml:7]\n");
}

TEST_CASE("a removed status takes what belongs to it along") {
  Change status;
  status.object = {"status.syg", "Syg", "Ill"};
  status.path = "status.syg";
  status.kind = Change::Kind::removed;
  Change exit = status;
  exit.object = {"status.syg.exit.rask", "Rask", "Well"};
  exit.path = exit.object.path;
  exit.parent = status.object;
  CHECK(in_danish(amendment_of({status, exit})) == "Forsøg mod Lov\n\nStatus »Syg« udgår.\n");
}

TEST_CASE("when and for whom a part holds stands above it") {
  Change change = change_of("deadline", Change::Kind::removed);
  change.before = {written(change.path, "14 days", ValueKind::duration)};
  Amendment amendment = amendment_of({change});
  amendment.parts[0].from = "2018-07-01";
  amendment.parts[0].conditions = {{{"attribute.kommune", "Kommune", "Municipality"}, {"Aalborg", "Rebild"}}};
  CHECK(in_danish(amendment).find("\n\nFra 2018-07-01 for Kommune = Aalborg, Rebild:\n\nI sagsgang") !=
        std::string::npos);
}

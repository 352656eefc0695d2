#include "output/life_text.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

namespace {

using What = LifeEvent::What;

ObjectInfo object(const std::string& path, const std::string& kind, const std::string& label,
                  const std::string& detail = {}) {
  ObjectInfo info;
  info.path = path;
  info.kind = kind;
  info.label_da = info.label_en = label;
  info.detail = detail;
  return info;
}

/// A wait for a certificate, shorter in the trial, then work after a queue; the same end.
struct Story {
  Results description;
  Lives lives;

  Story() {
    description.arms = {{"lov", "Lov", "Law", {}},
                        {"forsoeg", "Forsøg", "Trial", {{"kort", "kort.toml", "Kort attest", "Short", {}}}}};
    description.objects = {object("arrival.nye", "arrival", "Nye"), object("status.syg", "status", "Sygedagpenge"),
                           object("procedure.sag", "procedure", "Sag"),
                           object("procedure.sag.step.attest", "step", "Lægeattest", "wait"),
                           object("procedure.sag.step.arbejde", "step", "Afgørelse", "work")};
    lives.citizen = {"arrival.nye", 17, 1};
    lives.in_cohort = true;
    lives.attributes = {object("attribute.kommune", "attribute", "Kommune")};
    lives.lives = {life(0, 20, 3), life(1, 10, 0)};
    lives.course = Course::direct;
    lives.rule = "procedure.sag.step.attest";
    lives.trial = "kort";
  }

  static Time day(int days) { return std::chrono::sys_days(std::chrono::year(2018) / 3 / 1) + std::chrono::days(days); }

  Life life(std::size_t arm, int document, int busy) const {
    Life life;
    life.arm = arm;
    life.on_arrival = {"aalborg"};
    life.alike = 3;
    life.status = "status.syg";
    life.arrived = day(0);
    life.until = day(100);
    const auto add = [&](int at, What what, const std::string& path, const std::string& rule) -> LifeEvent& {
      LifeEvent event;
      event.at = day(at);
      event.what = what;
      event.object = path;
      event.rule = rule;
      life.events.push_back(event);
      return life.events.back();
    };
    const std::string attest = "procedure.sag.step.attest", work = "procedure.sag.step.arbejde";
    add(0, What::came, "arrival.nye", "arrival.nye");
    add(0, What::entered_status, "status.syg", "arrival.nye");
    add(0, What::entered_step, attest, "status.syg").law = "Lov § 7";
    LifeEvent& wait = add(document, What::wait_ended, attest, attest);
    wait.waited = document * kDay;
    wait.causes = {{"document", document * kDay}};
    add(document, What::entered_step, work, attest).law = "Lov § 7";
    LifeEvent& begun = add(document + busy, What::wait_ended, work, "");
    begun.waited = busy * kDay;
    if (busy > 0) begun.causes = {{"busy", 2 * kDay}, {"closed", kDay}};
    return life;
  }
};

}  // namespace

TEST_CASE("two lives are told side by side, with what was waited for on top and where they part") {
  const Story story;
  CHECK(life_text(story.description, story.lives, Language::danish, 90) ==
        "Nye, nr. 17, gentagelse 1: Lov og Forsøg\n"
        "Kom 2018-03-01 00:00. Kommune: aalborg.\n"
        "\n"
        "Ventetid i alt, dage                      Lov        Forsøg  forskel\n"
        "────────────────────────────────────────────────────────────────────\n"
        "på et dokument                           20,0          10,0    −10,0\n"
        "alle medarbejdere er optaget              2,0           0,0     −2,0\n"
        "uden for åbningstid, helligdage           1,0           0,0     −1,0\n"
        "i alt                                    23,0          10,0    −13,0\n"
        "\n"
        "Heraf i trinnene                          Lov        Forsøg  forskel\n"
        "────────────────────────────────────────────────────────────────────\n"
        "Lægeattest (Sag)                         20,0          10,0    −10,0\n"
        "Afgørelse (Sag)                           3,0           0,0     −3,0\n"
        "\n"
        "Hele forløbet                             Lov        Forsøg  forskel\n"
        "────────────────────────────────────────────────────────────────────\n"
        "dage fra ankomst til afgang           ≥ 100,0       ≥ 100,0\n"
        "status til sidst                 Sygedagpenge  Sygedagpenge\n"
        "≥: ikke slut, da kørslen sluttede\n"
        "\n"
        "Forløbene skilles 2018-03-11 00:00 (dag 10), direkte: reglen er en anden i trin\n"
        "»Lægeattest« i sagsgang »Sag« (forsøg »Kort attest«).\n"
        "\n"
        "tid                 dag  Lov                             │ Forsøg\n"
        "──────────────────────────────────────────────────────────────────────────────────────────\n"
        "2018-03-01 00:00      0  Kommer: Nye. Ny status: Sygedagpenge. Nyt trin: Lægeattest [Lov\n"
        "                         §\u00a07]\n"
        "                         ── herfra skilles de ──\n"
        "2018-03-11 00:00     10                                  │ Lægeattest: ventetiden er slut\n"
        "                                                         │ efter 10,0 dage (på et\n"
        "                                                         │ dokument). Nyt trin: Afgørelse.\n"
        "                                                         │ Afgørelse: arbejdet begynder\n"
        "                                                         │ straks\n"
        "2018-03-21 00:00     20  Lægeattest: ventetiden er slut  │\n"
        "                         efter 20,0 dage (på et          │\n"
        "                         dokument). Nyt trin: Afgørelse  │\n"
        "2018-03-24 00:00     23  Afgørelse: arbejdet begynder    │\n"
        "                         efter 3,0 dage (alle            │\n"
        "                         medarbejdere er optaget 2,0     │\n"
        "                         dage, uden for åbningstid,      │\n"
        "                         helligdage 1,0 dage)            │\n");
}

TEST_CASE("the same events within a day are told once, with how much earlier or later they were") {
  Story story;
  Life& trial = story.lives.lives[1];
  trial = story.life(1, 20, 3);
  for (std::size_t i = 3; i < trial.events.size(); ++i) trial.events[i].at -= 2 * kHour;
  const std::string text = life_text(story.description, story.lives, Language::english, 90);
  CHECK(text.find("│ Læge") == std::string::npos);
  CHECK(text.find("day 19") != std::string::npos);  // where they part: the earlier of the two
  CHECK(text.find("(Trial: 2.0 hours earlier)") != std::string::npos);
}

TEST_CASE("no line is wider than the page, and where there is no room the lives stand below each other") {
  const Story story;
  for (const std::size_t width : {40, 60, 79, 90, 120, 160}) {
    const std::string text = life_text(story.description, story.lives, Language::danish, width);
    CHECK((text.find("│") == std::string::npos) == (width < 84));
    std::size_t columns = 0, widest = 0;
    for (const char byte : text) {
      if (byte == '\n') {
        columns = 0;
      } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
        widest = std::max(widest, ++columns);
      }
    }
    INFO("width " << width);
    CHECK(widest <= std::max<std::size_t>(width, 55));  // the table cuts its labels to 16 columns at most
  }
}

TEST_CASE("waits that run at the same time are also counted once") {
  Story story;
  LifeEvent beside;
  beside.at = Story::day(15);
  beside.what = What::wait_ended;
  beside.object = "procedure.sag.step.attest";
  beside.waited = 10 * kDay;
  beside.causes = {{"document", 10 * kDay}};
  story.lives.lives[0].events.push_back(beside);
  const LifeWaits waits = waits_of(story.lives.lives[0]);
  CHECK(waits.total == 33 * kDay);
  CHECK(waits.at_all == 23 * kDay);
}

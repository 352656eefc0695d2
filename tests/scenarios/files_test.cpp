#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>

#include "law_run.h"

namespace sagsflow {
namespace {

const std::string kRun = "[run]\nstart = 2018-01-01\nwarm_up = \"1 year\"\nlength = \"1 year\"\n";

/// What a law file refers to beyond sources: arrivals into its statuses, and the statuses, procedures and pools that
/// other files define.
struct Neighbours {
  std::vector<std::string> files;  ///< of law/, laid under it
  std::vector<std::string> arrivals;
  std::vector<std::string> final_statuses;
  std::vector<std::string> procedures;
  std::vector<std::string> pools;
  std::string more;
};

std::string quoted_files(const std::vector<std::string>& files) {
  std::string text = "\"law/kilder.toml\", \"law/kilder-flere.toml\"";
  for (const std::string& file : files) text += fmt::format(", \"law/{}.toml\"", file);
  return text;
}

/// A procedure of a day, with what others wait for or ask about.
std::string stub(const std::string& procedure) {
  static const std::map<std::string, std::string> made{
      {"rehabsag", "set = { sag_begyndt = true }\n"},
      {"laegeattest", "set = { attest = true }\n"},
      {"kf_sag", "set = { erklaering = true }\n"},
      {"praktik_kort",
       "flag = \"i_praktik\"\nnext = \"efter\"\n[procedure.praktik_kort.step.efter]\nwait = \"1 day\"\n"
       "flag = \"efter_praktik\"\n"}};
  const auto more = made.find(procedure);
  return fmt::format("[procedure.{0}]\nstart = \"s\"\n[procedure.{0}.step.s]\nwait = \"1 day\"\n{1}", procedure,
                     more == made.end() ? "" : more->second);
}

std::string wrapper(std::vector<std::string> files, const Neighbours& with, const std::string& name) {
  files.push_back(name);
  std::string text = fmt::format("use = [{}]\n", quoted_files(files)) + kRun;
  for (const std::string& status : with.arrivals) {
    text += fmt::format("[arrival.til_{0}]\nstatus = \"{0}\"\nrate = \"10 per year\"\n", status);
  }
  for (const std::string& status : with.final_statuses) text += fmt::format("[status.{}]\nfinal = true\n", status);
  for (const std::string& procedure : with.procedures) text += stub(procedure);
  for (const std::string& pool : with.pools) text += fmt::format("[pool.{}]\nstaff = \"unlimited\"\n", pool);
  return text + with.more;
}

const std::string kFrom = "[attribute.kom_fra]\nvalues = { ledig = 1.0, syg = 0.0 }\n";
const std::string kCase =
    "[attribute.sagstype]\nvalues = { sygedagpenge = 1.0, bevilling = 0.0, genforelaeggelse = 0.0, ledighedsydelse = "
    "0.0 }\n";
const std::string kCourse = "[attribute.jaf_nr]\nvalues = { foerste = 1.0, anden = 0.0 }\n";
const std::string kCategory = "[attribute.kategori]\nvalues = { kat1 = 0.5, kat2 = 0.4, kat3 = 0.1 }\n";
const std::string kReferral = "[attribute.visitation]\nvalues = { jobparat = 0.5, aktivitetsparat = 0.5 }\n";
const std::string kProvider = "[attribute.forsoerger]\nvalues = { ja = 0.5, nej = 0.5 }\n";

/// An exit to "ude" for each status that has none of its own.
std::string leaving(const std::vector<std::string>& statuses) {
  std::string text;
  for (const std::string& status : statuses) {
    text += fmt::format("[status.{}.exit.ud]\nto = \"ude\"\nafter = \"1 year\"\n", status);
  }
  return text;
}

/// What "uses" on a citizen's way starts each of the procedures.
std::string starting(const std::string& status, const std::string& procedures) {
  return fmt::format("[status.{}]\non_enter = [{}]\n", status, procedures) + leaving({status});
}

/// The clinical unit, and how often the team meets; ends in the meeting's table.
const std::string kMeeting =
    "[attribute.kommune]\nvalues = { Her = 1.0 }\n[calendar.kontortid]\n"
    "hours = { mon = \"08:00-16:00\", tue = \"08:00-16:00\" }\n[pool.klinisk_funktion]\nstaff = \"unlimited\"\n"
    "calendar = \"kontortid\"\n[meeting.rehabiliteringsteam]\nsessions = \"240 per year\"\n";

/// Duties that a case for the team holds.
const std::string kTeamDuties =
    "[status.x.duty.forelaeggelse]\nprocedure = \"rehabsag\"\nfirst = \"1 month\"\n"
    "[status.x.duty.genforelaeggelse]\nprocedure = \"rehabsag\"\nfirst = \"1 year\"\n";

const std::vector<std::string> kAssistanceProcedures{"sanktion", "rehabsag", "praktik_kort"};
const std::vector<std::string> kAssistancePools{"sagsbehandler_kh", "virksomhedskonsulent", "mentor"};

/// Files of law/ that are a rule set alone; those that are only part of the whole are read with it.
std::map<std::string, Neighbours> neighbours() {
  return {
      {"job", {{}, {"i_job"}, {"sygedagpenge", "ledig"}, {}, {}, {}}},
      {"dagpenge", {{}, {"ledig"}, {"i_job", "ude", "sygedagpenge"}, {}, {"sagsbehandler_ledig"}, kFrom}},
      {"sygedagpenge",
       {{},
        {"sygedagpenge"},
        {"i_job", "ledig", "jobafklaring"},
        {"rehabsag"},
        {"sagsbehandler_syg"},
        kFrom + kCase + kCourse}},
      {"jobafklaring",
       {{},
        {"jobafklaring"},
        {"i_job", "ledig", "ude"},
        {"rehabsag", "laegeattest", "kf_sag", "sygeopfoelgning"},
        {"sagsbehandler_syg"},
        kFrom + kCase + kMeeting + "per_case = { klinisk_funktion = \"1 h\" }\n"}},
      {"kontanthjaelp", {{}, {"kontanthjaelp"}, {"ude"}, {"rehabsag"}, {}, {}}},
      {"ressourceforloeb",
       {{}, {"ressourceforloeb"}, {"i_job", "ude"}, {"rehabsag"}, {"sagsbehandler_rehab"}, kFrom + kCase}},
      {"ledighedsydelse-fleksjob",
       {{"ressourceforloeb"},
        {"ledighedsydelse", "ressourceforloeb"},
        {"i_job", "ude"},
        {"rehabsag"},
        {"sagsbehandler_rehab"},
        kFrom + kCase}},
      {"foertidspension", {{}, {"foertidspension"}, {"ude"}, {}, {}, {}}},
      {"laegeattest", {{}, {"x"}, {"ude"}, {}, {}, starting("x", "\"laegeattest\"")}},
      {"klinisk-funktion",
       {{},
        {"x"},
        {"ude"},
        {},
        {},
        starting("x", "\"kf_sag\"") + "[calendar.kontortid]\nhours = { mon = \"08:00-16:00\" }\n"}},
      {"rehabiliteringsteam",
       {{},
        {"x"},
        {"ressourceforloeb", "ledighedsydelse", "foertidspension", "ledig", "ude"},
        {"laegeattest", "kf_sag"},
        {"sagsbehandler_rehab"},
        starting("x", "\"rehabsag\"") + kTeamDuties + kCategory + kMeeting}},
      {"samtale-notat",
       {{"dagpenge", "sygedagpenge"},
        {"ledig", "sygedagpenge"},
        {"i_job", "ude", "jobafklaring"},
        {"rehabsag"},
        {"sagsbehandler_ledig", "sagsbehandler_syg"},
        kFrom + kCase + kCourse}},
      {"sygedagpenge-visitation",
       {{"sygedagpenge"},
        {"sygedagpenge"},
        {"i_job", "ledig", "jobafklaring"},
        {"rehabsag"},
        {"sagsbehandler_syg"},
        kFrom + kCase + kCourse}},
      {"virksomhedspraktik-loentilskud",
       {{"dagpenge"},
        {"ledig"},
        {"i_job", "ude", "sygedagpenge"},
        {},
        {"sagsbehandler_ledig", "virksomhedskonsulent"},
        kFrom}},
      {"kontanthjaelp-tilbud-mentor",
       {{"kontanthjaelp"},
        {"kontanthjaelp", "uddannelseshjaelp", "kontanthjaelp_jobparat"},
        {"i_job", "ude"},
        kAssistanceProcedures,
        kAssistancePools,
        kFrom + kCase}},
      {"sanktion", {{}, {"x"}, {"ude"}, {}, {"sagsbehandler_kh", "ydelse"}, starting("x", "\"sanktion\"") + kReferral}},
      {"ansoegning",
       {{"dagpenge"},
        {"ansoeger", "ledig"},
        {"i_job", "ude", "sygedagpenge", "kontanthjaelp", "kontanthjaelp_jobparat", "uddannelseshjaelp"},
        {},
        {"sagsbehandler_kh", "sagsbehandler_ledig", "ydelse"},
        kFrom + kCase + kReferral + "[attribute.hjaelp]\nvalues = { kontanthjaelp = 1.0, uddannelseshjaelp = 0.0 }\n"}},
      {"integration",
       {{},
        {"integration"},
        {"i_job", "ude", "kontanthjaelp_jobparat"},
        {"sanktion"},
        {"sagsbehandler_integration", "virksomhedskonsulent"},
        kFrom}},
      {"igu-lukket",
       {{"integration"},
        {"integration"},
        {"i_job", "ude", "kontanthjaelp_jobparat"},
        {"sanktion"},
        {"sagsbehandler_integration", "virksomhedskonsulent"},
        kFrom}},
      {"revalidering",
       {{},
        {"kontanthjaelp", "sygedagpenge"},
        {"i_job", "ude", "ledig"},
        {"laegeattest", "rehabopfoelgning"},
        {"sagsbehandler_rehab"},
        kFrom + leaving({"kontanthjaelp", "sygedagpenge"})}},
      {"foertidspension-loentilskud",
       {{}, {"foertidspension_loentilskud"}, {"foertidspension"}, {}, {"virksomhedskonsulent"}, {}}},
      {"ledighedsydelse-samtaler",
       {{"ressourceforloeb", "ledighedsydelse-fleksjob"},
        {"ledighedsydelse", "ressourceforloeb"},
        {"i_job", "ude"},
        {"rehabsag"},
        {"sagsbehandler_rehab"},
        kFrom + kCase +
            "[arrival.flytter]\nstatus = \"ledighedsydelse\"\nrate = \"1 per year\"\nset = { nytilflyttet = true }\n"}},
      {"modtagelse", {{}, {"henvendelse"}, {}, {}, {"jobcenter_skranke", "borgerservice"}, {}}},
      {"kilder", {{}, {"x"}, {"ude"}, {}, {}, leaving({"x"})}},
      {"kilder-flere", {{}, {"x"}, {"ude"}, {}, {}, leaving({"x"})}},
  };
}

/// What only makes sense over the whole law.
const std::vector<std::string> kOverTheWhole{
    "frister-overholdt", "kapacitet", "kapacitet-flere", "optalte-ure", "penge", "penge-2013", "penge-flere"};
const std::vector<std::string> kLaws{"lov-2013", "lov-2019-flere", "lov-2019-hele", "lov-2020", "lov-2025"};

std::string law_at(const std::string& law, const std::string& place, const std::string& more = {}) {
  return fmt::format("use = [\"law/{}.toml\", \"places/{}.toml\"{}]\n", law, place, more) + kRun +
         "calendar = \"kontortid\"\n";
}

std::string text_of(const std::string& path) {
  std::ifstream in(SAGSFLOW_ROOT "/scenarios/" + path);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

bool among(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

TEST_CASE(
    "every scenario, trial, law and place has a title in Danish and in English, a piece that trials use has none") {
  const std::regex titled("(^|\\n)title *= *\\{ da = \"[^\"]+\", en = \"[^\"]+\" \\}\\n");
  for (const std::string folder :
       {".", "law", "places", "places/bestand", "trials", "trials/kommuner", "trials/grundlag"}) {
    const std::vector<std::string> names = scenario_files(folder);
    CHECK_FALSE(names.empty());
    for (const std::string& name : names) {
      INFO(folder << "/" << name);
      CHECK(std::regex_search(text_of(folder + "/" + name + ".toml"), titled));
    }
  }
  for (const std::string& name : scenario_files("behaviour")) {
    INFO(name);
    const std::string text = text_of("behaviour/" + name + ".toml");
    CHECK(std::regex_search(text, titled) == (text.find("[trial]") != std::string::npos));
  }
}

TEST_CASE("what was chosen for a target names a scenario that is there and a target that it has, one with a value") {
  const std::regex calibrated("calibrated *= *\"([^ \"]+) ([^\"]+)\"");
  std::size_t found = 0;
  for (const std::string folder : {"law", "places", "trials", "behaviour"}) {
    for (const std::string& name : scenario_files(folder)) {
      const std::string text = text_of(folder + "/" + name + ".toml");
      for (std::sregex_iterator at(text.begin(), text.end(), calibrated), end; at != end; ++at, ++found) {
        INFO(folder << "/" << name << ": " << at->str());
        const std::string scenario = text_of(at->str(1));
        const std::size_t target = scenario.find("[target." + at->str(2) + "]\n");
        REQUIRE(target != std::string::npos);
        CHECK(scenario.find("\nvalue ", target) < scenario.find("\n[", target));
      }
    }
  }
  CHECK(found >= 9);
}

TEST_CASE("each file of the law reads without a word, with what its neighbours define stubbed") {
  for (const auto& [name, with] : neighbours()) {
    INFO(name);
    CHECK(complaints(wrapper(with.files, with, name)) == "");
  }
}

TEST_CASE("a file of the law that refers to nothing defined is refused") {
  CHECK_THAT(complaints(wrapper({}, {{}, {"ledig"}, {"i_job", "ude"}, {}, {}, {}}, "dagpenge")),
             Catch::Contains("unknown pool \"sagsbehandler_ledig\""));
}

TEST_CASE("every file of the law is read by itself, over the whole, or as the whole") {
  const auto alone = neighbours();
  for (const std::string& name : scenario_files("law")) {
    INFO(name);
    CHECK((alone.contains(name) + among(kOverTheWhole, name) + among(kLaws, name) + (name == "lov-2019")) == 1);
  }
}

TEST_CASE("the laws of 2013, 2019, 2020 and 2025 read without a word in the region") {
  for (const std::string& law : kLaws) {
    INFO(law);
    CHECK(complaints(law_at(law, "nordjylland")) == "");
  }
  CHECK(complaints(law_at("lov-2019", "nordjylland-8")) == "");
}

TEST_CASE("no step takes a duty's name away from the procedure that should hold it") {
  for (const std::string& law : kLaws) {
    INFO(law);
    CHECK(duties_never_held(law_at(law, "thisted")).empty());
  }
  // Two statuses with a duty of one name: a step that names it in one procedure takes it from the other.
  const std::string taken =
      law_at("lov-2019-flere", "thisted") + "[procedure.sygeopfoelgning.step.samtale]\nholds = [\"opfoelgning\"]\n";
  CHECK(among(duties_never_held(taken), "fleksjob.opfoelgning"));
}

TEST_CASE("what goes over the law goes over it without a word") {
  for (const std::string over : {"frister-overholdt", "igu-lukket", "optalte-ure"}) {
    INFO(over);
    CHECK(complaints(law_at("lov-2019-flere", "nordjylland", fmt::format(", \"law/{}.toml\"", over))) == "");
  }
  CHECK(complaints(law_at("lov-2020", "nordjylland", ", \"law/optalte-ure.toml\"")) == "");
}

TEST_CASE("every place reads without a word, with and without today's caseload") {
  const std::vector<std::string> stocks = scenario_files("places/bestand");
  for (const std::string& place : scenario_files("places")) {
    if (place == "nordjylland-8" || place == "fredensborg-skranker") continue;
    INFO(place);
    CHECK(complaints(law_at("lov-2019-flere", place)) == "");
    CHECK(among(stocks, place));
    CHECK(complaints(law_at("lov-2019-flere", place, fmt::format(", \"places/bestand/{}.toml\"", place))) == "");
  }
  CHECK(complaints("use = [\"law/kilder.toml\", \"law/modtagelse.toml\", \"places/fredensborg-skranker.toml\"]\n" +
                   kRun) == "");
}

}  // namespace sagsflow

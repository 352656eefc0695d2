#include <catch2/catch.hpp>

#include "expecting.h"
#include "models/caseload/study.h"
#include "models/results/estimates.h"

namespace sagsflow {
namespace {

/// Sickness benefit in small: lognormal and certain exits by attribute, cadences, a case for the team that may change
/// the status, waiting for a certificate, a second course through the same status.
std::string small_sickness() {
  return R"(
[run]
start = 2018-01-01
warm_up = "6 years"
length = "6 years"
replications = 1
seed = 7
[attribute.kategori]
values = { kort = 0.6, lang = 0.4 }
[arrival.nye]
status = "syg"
rate = "6000 per year"
[status.syg.exit.rask]
to = { job = 0.8, jaf = 0.2 }
[status.syg.exit.rask.after]
by = "kategori"
kort = { lognormal = "5 weeks", sd = "4 weeks" }
lang = { lognormal = "40 weeks", sd = "30 weeks" }
[status.syg.exit.varighed]
to = "jaf"
after = "26 weeks"
set = { anden = false, sag_begyndt = false }
[status.syg.duty.opfoelgning]
procedure = "samtale"
first = "8 weeks"
every = "4 weeks"
ahead = "1 week"
[status.jaf]
on_enter = ["visitation"]
[status.jaf.exit.andet]
to = "jaf"
when = { anden = false }
after = "1 year"
set = { anden = true }
[status.jaf.exit.slut]
to = "job"
when = { anden = true }
after = "1 year"
[status.jaf.exit.job]
to = "job"
after = { exponential = "3 years" }
[status.jaf.duty.afklaret]
procedure = "sag"
when = { sag_begyndt = false }
first = { exponential = "3 years" }
[status.jaf.duty.vurdering]
procedure = "sag"
when = { anden = true, sag_begyndt = false }
first = "26 weeks"
[status.fleksjob.exit.mistet]
to = { syg = 0.3, job = 0.7 }
after = { gamma = "1 year", sd = "26 weeks" }
[status.fleksjob.duty.opfoelgning]
procedure = "samtale"
first = { triangular = ["2 months", "4 months", "8 months"] }
every = { triangular = ["2 months", "4 months", "8 months"] }
counted = "due"
[status.job]
final = true
[procedure.samtale]
start = "indkaldt"
[procedure.samtale.step.indkaldt]
wait = "7 days"
next = { aflyst = 0.2, samtale = "rest" }
[procedure.samtale.step.aflyst]
wait = "5 days"
next = "samtale"
[procedure.samtale.step.samtale]
work = { pool = "kontor", time = "1 h" }
[procedure.visitation]
start = "visitation"
[procedure.visitation.step.visitation]
work = { pool = "kontor", time = "2 h" }
[procedure.sag]
start = "bestil"
[procedure.sag.step.bestil]
set = { attest = false, sag_begyndt = true }
start = "attest"
next = { afvent = 0.7, skriv = 0.3 }
[procedure.sag.step.skriv]
work = { pool = "kontor", time = "4 h" }
next = "afvent"
[procedure.sag.step.afvent]
wait = { until = { attest = true } }
next = "team"
[procedure.sag.step.team]
meeting = "team"
next = { fleksjob = 0.5, end = "rest" }
[procedure.sag.step.fleksjob]
become = "fleksjob"
[procedure.attest]
start = "attest"
[procedure.attest.step.attest]
wait = { lognormal = "60 days", sd = "30 days" }
set = { attest = true }
[meeting.team]
every = "7 days"
per_case = { kontor = "30 min" }
[calendar.dag]
hours = { mon = "08:00-16:00", tue = "08:00-16:00", wed = "08:00-16:00", thu = "08:00-16:00", fri = "08:00-16:00" }
[pool.kontor]
staff = 60
calendar = "dag"
)";
}

TEST_CASE("what is expected before a run is what a run without queues gives, within 3 per cent") {
  const Expecting expecting(small_sickness());
  MemorySource source({{"scenario.toml", small_sickness()}});
  Diagnostics diagnostics;
  const auto model = read_model("scenario.toml", source, diagnostics);
  REQUIRE(model);
  SerialExecutor executor;
  const auto results = run_study(*model, "scenario.toml", executor);
  REQUIRE(results);
  const double years = 6;
  const auto found = [&](const std::string& object, const std::string& measure) -> const Summary& {
    const auto number = find_measure(*results, object, measure);
    INFO(object << " " << measure);
    REQUIRE(number);
    return results->observations.front().replications.front().measures[*number];
  };
  for (const char* status : {"syg", "jaf", "fleksjob", "job"}) {
    const std::string path = std::string("status.") + status;
    INFO(path);
    CHECK(expecting.status(status).entries == Approx(found(path, "entries").count / years).epsilon(0.03));
    if (std::string(status) == "job") continue;
    CHECK(expecting.status(status).stock == Approx(found(path, "stock").mean).epsilon(0.03));
  }
  const std::pair<const char*, const char*> steps[] = {
      {"samtale", "samtale"}, {"samtale", "aflyst"}, {"sag", "bestil"},           {"sag", "skriv"},
      {"sag", "team"},        {"attest", "attest"},  {"visitation", "visitation"}};
  for (const auto& [procedure, step] : steps) {
    const std::string path = std::string("procedure.") + procedure + ".step." + step;
    INFO(path);
    CHECK(expecting.step(procedure, step) == Approx(found(path, "entries").count / years).epsilon(0.03));
  }
  CHECK(expecting.pool("kontor").hours_needed == Approx(found("pool.kontor", "hours").sum / years).epsilon(0.03));
  CHECK(expecting.pool("kontor").hours_there ==
        Approx(found("pool.kontor", "available_hours").sum / years).epsilon(0.01));
}

}  // namespace
}  // namespace sagsflow

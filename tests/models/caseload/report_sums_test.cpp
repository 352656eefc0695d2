#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <tuple>

#include "models/caseload/compile.h"
#include "models/caseload/identities.h"
#include "models/caseload/worlds.h"
#include "scenario.h"

namespace sagsflow {
namespace {

std::string report(const std::string& by, const std::string& periods) {
  return "[report]\nby = [" + by + "]\n" + (periods.empty() ? "" : "periods = \"" + periods + "\"\n");
}

/// Everything that can be measured: queues, sessions, duties, deadlines, fees, benefit, work that spans nights, and
/// much that is open at the ends of the window and its months.
std::string busy_place() {
  return "[run]\nstart = 2018-01-15\nlength = \"80 days\"\nrun_out = \"20 days\"\nwarm_up = \"60 days\"\n"
         "replications = 2\nages = [\"5 days\", \"30 days\"]\n" +
         job() + office_hours() + pool("faelles", "cost = \"300 DKK per hour\"") + R"(
[attribute.kommune]
values = { Aalborg = 0.5, Rebild = 0.3, Vesthimmerland = "rest" }
[attribute.risiko]
values = { lav = 0.6, hoej = "rest" }
[arrival.nye]
status = "syg"
rate = "9 per day"
[refund]
after = { "0 weeks" = 0.8, "2 weeks" = 0.3 }
[status.syg]
benefit = "1000 DKK per week"
on_enter = ["sag"]
[status.syg.exit.rask]
to = { job = 0.8, syg = "rest" }
after = { exponential = "20 days" }
[status.syg.duty.opfoelgning]
procedure = "samtale"
first = "4 days"
every = "6 days"
deadline = "1 day"
[procedure.samtale]
start = "samtale"
[procedure.samtale.step.samtale]
work = { pool = "faelles", time = { exponential = "1 h" } }
deadline = "6 h"
[procedure.sag]
start = "samtale"
[procedure.sag.step.samtale]
work = { pool = "p", time = { exponential = "4 h" } }
patience = { exponential = "30 days" }
gives_up = "attest"
next = { moede = 0.7, attest = "rest" }
[procedure.sag.step.attest]
wait = { exponential = "8 days" }
fee = "500 DKK"
next = "moede"
[procedure.sag.step.moede]
meeting = "team"
next = { samtale = 0.5, end = "rest" }
set = { risiko = "hoej" }
[pool.p]
staff = { Aalborg = 3, Rebild = 2, Vesthimmerland = 1 }
per = "kommune"
calendar = "dag"
absence = 0.1
usable = 0.7
cost = "330 DKK per hour"
[meeting.team]
every = "2 days"
agenda = 5
per = "kommune"
per_case = { p = "20 min" }
)";
}

double or_zero(double value) {
  return std::isnan(value) ? 0.0 : value;
}

/// What adds up over parts of the citizens or of the time.
struct Sums {
  double count = 0, sum = 0, open = 0;
  void add(const Summary& summary, const MeasureInfo& info) {
    if (info.kind != MeasureKind::level && info.kind != MeasureKind::total) count += summary.count;
    if (info.kind == MeasureKind::tally) open += summary.open;
    if (info.kind != MeasureKind::tally && info.kind != MeasureKind::count) sum += or_zero(summary.sum);
  }
};

/// Holds each measure of the whole against the sums of its parts, which `is_part` picks out of the catalogue; gives how
/// many measures have parts.
template <class IsPart>
int check_sums(const Run& run, IsPart is_part) {
  int checked = 0;
  const auto& catalogue = run.results.catalogue;
  const auto& measures = run.results.observations[0].replications[1].measures;
  for (std::size_t whole = 0; whole < catalogue.size(); ++whole) {
    const MeasureInfo& info = catalogue[whole];
    if (!info.group.empty() || !info.period.empty()) continue;
    Sums parts, all;
    all.add(measures[whole], info);
    int found = 0;
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
      if (catalogue[i].object != info.object || catalogue[i].measure != info.measure || !is_part(catalogue[i]))
        continue;
      parts.add(measures[i], info);
      ++found;
    }
    if (found == 0) continue;
    INFO(info.object << " " << info.measure);
    CHECK(parts.count == all.count);
    CHECK(parts.open == all.open);
    CHECK(parts.sum == Approx(all.sum).epsilon(1e-9).margin(1e-9));
    ++checked;
  }
  return checked;
}

}  // namespace

TEST_CASE("the groups of an attribute sum to the whole in every measure") {
  const Run run(busy_place() + report("\"kommune\", \"risiko\"", ""));
  const auto of = [](const std::string& attribute) {
    return
        [attribute](const MeasureInfo& info) { return info.period.empty() && info.group.starts_with(attribute + "="); };
  };
  // Per kommune there are separate pools and meetings, so that all they have is split.
  int whole = 0, staff = 0;
  for (const MeasureInfo& info : run.results.catalogue) whole += info.group.empty();
  for (const char* measure : {"available_hours", "idle_hours", "utilisation"}) {
    staff += find_measure(run.results, "pool.faelles", measure).has_value();
  }
  CHECK(staff == 3);
  CHECK(check_sums(run, of("kommune")) == whole - staff);
  // Per risiko nobody's staff is split, and no meeting's sessions.
  CHECK(check_sums(run, of("risiko")) == whole - 2 * staff - 6);
  for (const char* value : {"Aalborg", "Rebild", "Vesthimmerland"}) {
    CHECK(run.of("meeting.team", "cases", Statistic::count, 0, std::string("kommune=") + value) > 0);
    CHECK(run.of("total", "staff_hours", Statistic::sum, 0, std::string("kommune=") + value) > 0);
  }
}

TEST_CASE("the months of a window sum to it in every measure") {
  const Run run(busy_place() + report("", "month"));
  const auto is_month = [](const MeasureInfo& info) { return info.group.empty() && !info.period.empty(); };
  int whole = 0;
  for (const MeasureInfo& info : run.results.catalogue) whole += info.group.empty() && info.period.empty();
  CHECK(check_sums(run, is_month) == whole);
}

TEST_CASE("the books of every group and every period pass the audit of the whole") {
  const CompiledModel compiled = *compile(model_of(busy_place() + report("\"kommune\", \"risiko\"", "month")));
  Worlds world(compiled, compiled.arms[0], 0);
  REQUIRE(world.run());
  REQUIRE(world.books().all().size() == 1 + 3 + 2 + 4);
  for (std::size_t i = 1; i < world.books().all().size(); ++i) {
    Ledger ledger = world.books().all()[i];
    const bool is_group = i <= 5;
    CHECK(ledger.system_time > 0);
    for (PoolLedger& pool : ledger.pools) {
      if (!is_group) continue;  // a group has no staff: its accounts are of its work only
      pool.busy[1] = pool.job_hours;
      pool.queue[1] = pool.waiting;
    }
    CHECK(broken_identity(compiled, ledger).empty());
  }
}

TEST_CASE("no two rows of the results are alike, and pools that are separate by the group have one row a value") {
  const Run run(busy_place() + report("\"kommune\", \"risiko\"", "month"));
  std::set<std::tuple<std::string, std::string, std::string, std::string>> rows;
  int hours = 0;
  for (const MeasureInfo& info : run.results.catalogue) {
    INFO(info.object << " " << info.measure << " " << info.group << " " << info.period);
    CHECK(rows.emplace(info.object, info.measure, info.group, info.period).second);
    hours += info.object == "pool.p" && info.measure == "hours" && info.period.empty();
  }
  CHECK(hours == 1 + 3 + 2);
  CHECK(find_measure(run.results, "pool.p", "available_hours", "kommune=Rebild"));
  CHECK(find_measure(run.results, "pool.faelles", "hours", "kommune=Rebild"));
  CHECK_FALSE(find_measure(run.results, "pool.faelles", "available_hours", "kommune=Rebild"));
  CHECK_FALSE(find_measure(run.results, "pool.p", "available_hours", "risiko=lav"));
  CHECK(find_measure(run.results, "pool.p", "available_hours", "kommune=Rebild", "2018-02"));
}

TEST_CASE("the whole is the same to the bit with and without a report") {
  const Run plain(busy_place());
  const Run split(busy_place() + report("\"kommune\", \"risiko\"", "quarter"));
  for (std::size_t i = 0; i < plain.results.catalogue.size(); ++i) {
    const MeasureInfo& info = plain.results.catalogue[i];
    const auto twin = find_measure(split.results, info.object, info.measure, info.group);
    REQUIRE(twin);
    INFO(info.object << " " << info.measure << " " << info.group);
    for (std::size_t replication = 0; replication < 2; ++replication) {
      CHECK(same(plain.results.observations[0].replications[replication].measures[i],
                 split.results.observations[0].replications[replication].measures[*twin]));
    }
  }
}

}  // namespace sagsflow

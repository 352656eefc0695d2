#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "scenario.h"

namespace sagsflow {

/// Two arms: "lov" and "forsoeg", which has these trials, as TOML writes them.
inline std::string arms(const std::string& trials) {
  return "[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"forsoeg\"\ntrials = [" + trials + "]\n";
}

/// A trial's file from a date, where there is one, and for whom `when` says.
inline std::string from(const std::string& date, const std::string& file = "trial.toml", const std::string& when = {}) {
  return "{ file = \"" + file + "\"" + (date.empty() ? "" : ", from = " + date) + (when.empty() ? "" : ", " + when) +
         " }";
}

inline std::string report(const std::string& by, const std::string& periods) {
  return "[report]\nby = [" + by + "]\nperiods = \"" + periods + "\"\n";
}

/// The status "syg" starts the procedure "sag", of these steps.
inline std::string sag(const std::string& first, const std::string& steps) {
  return "[status.syg]\non_enter = [\"sag\"]\n[procedure.sag]\nstart = \"" + first + "\"\n" + steps;
}

inline std::string step(const std::string& name) {
  return "procedure.sag.step." + name;
}

/// The status "syg" has a duty every 10 days, whose procedure is one step.
inline std::string duty(const std::string& what) {
  return "[status.syg.duty.opf]\nprocedure = \"opf\"\nfirst = \"10 days\"\nevery = \"10 days\"\ncounted = \"due\"\n"
         "[procedure.opf]\nstart = \"s\"\n[procedure.opf.step.s]\n" +
         what + "\n";
}

inline const Summary& summary(const Run& run, const std::string& object, const std::string& measure, std::size_t arm,
                              const std::string& group, const std::string& period) {
  const auto found = find_measure(run.results, object, measure, group, period);
  INFO(object << " " << measure << " " << group << " " << period);
  REQUIRE(found);
  return run.results.observations[arm].replications[0].measures[*found];
}

/// Chance and capacity of every kind, of citizens in two municipalities.
inline std::string busy_place() {
  return window("180 days", "30 days") + job() + office_hours() + R"(
[attribute.kommune]
values = { Aalborg = 0.5, Rebild = "rest" }
[arrival.nye]
status = "syg"
rate = "8 per day"
[status.syg]
benefit = "1000 DKK per week"
on_enter = ["sag"]
[status.syg.exit.rask]
to = { job = 0.8, syg = "rest" }
after = { exponential = "20 days" }
[status.syg.duty.opf]
procedure = "opf"
first = "10 days"
every = "8 days"
[procedure.opf]
start = "s"
[procedure.opf.step.s]
work = { pool = "p", time = "30 min" }
[procedure.sag]
start = "samtale"
[procedure.sag.step.samtale]
work = { pool = "p", time = { exponential = "4 h" } }
patience = { exponential = "30 days" }
gives_up = "end"
next = { moede = 0.7, end = "rest" }
[procedure.sag.step.moede]
meeting = "team"
next = { samtale = 0.5, end = "rest" }
[pool.p]
staff = { Aalborg = 3, Rebild = 2 }
per = "kommune"
calendar = "dag"
absence = 0.1
usable = 0.7
[meeting.team]
every = "2 days"
agenda = 5
per = "kommune"
per_case = { p = "20 min" }
)";
}

/// A trial of the busy place that changes a bit of everything but who comes.
inline std::string much() {
  return R"(
[calendar.dag]
hours = { mon = "08:00-18:00", tue = "08:00-18:00", wed = "08:00-18:00" }
[status.syg]
benefit = "1200 DKK per week"
[status.syg.duty.opf]
every = "5 days"
)";
}
inline std::string much_for_some() {
  return R"(
[status.syg]
benefit = "1200 DKK per week"
[status.syg.duty.opf]
every = "5 days"
[pool.p]
staff = { Aalborg = 1, Rebild = 1 }
[meeting.team]
agenda = 2
[procedure.sag.step.samtale]
next = { moede = 0.2, end = "rest" }
)";
}

}  // namespace sagsflow

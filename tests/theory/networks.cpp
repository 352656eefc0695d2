#include "known_answers.h"

namespace sagsflow::theory {
namespace {

const std::string kStep = "procedure.service.step.served";
const std::string kPool = "pool.server";

KnownAnswer impatient() {
  return {"ErlA-1",
          "ErlA-1.toml",
          40,
          {{"P_abandon", "step gave_up/entries", quotient(kStep, "gave_up", kStep, "entries")},
           {"Lq", "pool queue", of(kPool, "queue")},
           {"Lq", "step queue", of(kStep, "queue")},
           {"Wq_all", "step wait", hours(kStep, "wait")},
           {"Wq_all", "pool wait", hours(kPool, "wait")},
           {"P_wait", "step wait:share_zero", complement(of(kStep, "wait", Statistic::share_zero))},
           {"util", "pool utilisation", of(kPool, "utilisation")},
           {"throughput", "step wait_begun:count per h",
            [](const Results& results) {
              const double in_hours = static_cast<double>(results.run.length.count()) / 3.6e9;
              return of(kStep, "wait_begun", Statistic::count, 1 / in_hours)(results);
            }},
           {"Wq_served", "step wait_begun", hours(kStep, "wait_begun")},
           {"Wq_abandoned", "step wait_gave_up", hours(kStep, "wait_gave_up")}}};
}

KnownAnswer priorities(const std::string& id) {
  return {id,
          id + ".toml",
          20,
          {{"Wq_class1", "step first wait", hours("procedure.first.step.served", "wait")},
           {"Wq_class2", "step second wait", hours("procedure.second.step.served", "wait")},
           {"Wq_class3", "step third wait", hours("procedure.third.step.served", "wait")},
           {"Wq_all", "pool wait", hours(kPool, "wait")}}};
}

KnownAnswer feedback() {
  return {"JACK-fb",
          "JACK-fb.toml",
          40,
          {{"lam1", "step entries per h", rate(kStep, "entries", kHour)},
           {"util1", "pool utilisation", of(kPool, "utilisation")},
           {"L1", "queue + busy", number_at(kPool)},
           {"Wq1", "step wait", hours(kStep, "wait")},
           {"L_total", "total citizens", of("total", "citizens")},
           {"W_total", "total time_in_system", hours("total", "time_in_system")},
           {"mean_visits", "step entries/arrivals", visits({kStep}, "arrival.customers")}}};
}

KnownAnswer tandem() {
  KnownAnswer answer{"TANDEM-3", "TANDEM-3.toml", 30, {}};
  std::vector<std::string> steps;
  for (const auto& [name, number] : {std::pair{"first", "1"}, {"second", "2"}, {"third", "3"}}) {
    const std::string pool = std::string("pool.") + name, station = std::string(" ") + name;
    steps.push_back(std::string("procedure.service.step.") + name);
    answer.answers.push_back(
        {std::string("lam") + number, "step entries per h" + station, rate(steps.back(), "entries", kHour)});
    answer.answers.push_back({std::string("util") + number, "pool utilisation" + station, of(pool, "utilisation")});
    answer.answers.push_back({std::string("L") + number, "queue + busy" + station, number_at(pool)});
    answer.answers.push_back({std::string("Wq") + number, "pool wait" + station, hours(pool, "wait")});
  }
  answer.answers.push_back({"L_total", "total citizens", of("total", "citizens")});
  answer.answers.push_back({"W_total", "total time_in_system", hours("total", "time_in_system")});
  answer.answers.push_back({"mean_visits", "all steps' entries/arrivals", visits(steps, "arrival.customers")});
  return answer;
}

/// The first n customers from empty.
KnownAnswer first_customers() {
  KnownAnswer answer{"TRANS-MM1-0.9", "TRANS-MM1-0.9.toml", 20, {}};
  for (const std::string n : {"10", "25", "50", "100", "200", "500"}) {
    answer.answers.push_back(
        {"avg_delay_first_" + n, "pool wait of first=n" + n, of(kPool, "wait", kHoursPerDay, "first=n" + n)});
  }
  answer.answers.push_back({"delay_of_100th", "step wait", hours("procedure.last_customer.step.served", "wait")});
  return answer;
}

KnownAnswer from_empty(const std::string& id, int fast) {
  return {id,
          id + ".toml",
          fast,
          {{"EN_t", "status stock:at_end", of("status.here", "stock", Statistic::at_end)},
           {"time_avg", "status stock", of("status.here", "stock")}}};
}

}  // namespace

std::vector<KnownAnswer> networks() {
  return {
      impatient(),
      priorities("NPP-MM1-3"),
      priorities("NPP-MMc-3"),
      feedback(),
      tandem(),
      {"CAL-8on16off",
       "CAL-8on16off.toml",
       30,
       {{"L", "status stock", of("status.here", "stock")},
        {"W", "step time", hours(kStep, "time")},
        {"util_on", "pool utilisation", of(kPool, "utilisation")}}},
      {"CAL-8on16off",
       "CAL-8on16off-morning.toml",
       2000,
       {{"L_at_shift_start", "status stock:at_start", of("status.here", "stock", Statistic::at_start)}}},
      first_customers(),
      from_empty("TRANS-N-MM1", 4000),
      {"TRANS-N-MM1", "TRANS-MM1-0.9-steady.toml", 0, {{"steady_L", "status stock", of("status.here", "stock")}}},
      from_empty("OVERLOAD-MM1", 4000),
      {"DIFF-staff",
       "DIFF-staff.toml",
       30,
       {{"Wq_10", "pool wait", hours(kPool, "wait")},
        {"Wq_11", "pool wait, second arm", second(kPool, "wait", kHoursPerDay)},
        {"difference", "pool wait, paired difference", difference(kPool, "wait", kHoursPerDay)},
        {"ratio", "pool wait, second/first", arm_quotient(kPool, "wait")}}},
  };
}

std::vector<KnownAnswer> known_answers() {
  std::vector<KnownAnswer> all = stations();
  for (const auto& more : {networks(), caseloads()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace sagsflow::theory

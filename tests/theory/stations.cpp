#include "exact.h"
#include "known_answers.h"

namespace sagsflow::theory {
namespace {

const std::string kStep = "procedure.service.step.served";
const std::string kPool = "pool.server";

/// Everything that one queue before one pool can be asked.
std::vector<Answer> everything() {
  const Reading waited = complement(of(kPool, "wait", Statistic::share_zero));
  const Reading over_deadline = quotient(kStep, "over_deadline", kStep, "entries");
  return {
      {"P_wait", "pool wait:share_zero", waited},
      {"sigma", "pool wait:share_zero", waited},
      {"Wq", "pool wait", hours(kPool, "wait")},
      {"Wq", "step wait", hours(kStep, "wait")},
      {"steady_Wq", "pool wait", hours(kPool, "wait")},
      {"Lq", "pool queue", of(kPool, "queue")},
      {"Lq", "step queue", of(kStep, "queue")},
      {"util", "pool utilisation", of(kPool, "utilisation")},
      {"W", "step time", hours(kStep, "time")},
      {"W", "status duration", hours("status.here", "duration")},
      {"W", "procedure lead_time", hours("procedure.service", "lead_time")},
      {"W", "total time_in_system", hours("total", "time_in_system")},
      {"L", "status stock", of("status.here", "stock")},
      {"L", "total citizens", of("total", "citizens")},
      {"Wq_given_wait", "pool wait above 0", mean_above_zero(kPool, "wait", kHoursPerDay)},
      {"sd_Wq", "pool wait:sd", hours(kPool, "wait", Statistic::sd)},
      {"Wq_p50", "pool wait:p50", hours(kPool, "wait", Statistic::p50)},
      {"Wq_p90", "pool wait:p90", hours(kPool, "wait", Statistic::p90)},
      {"Wq_p95", "pool wait:p95", hours(kPool, "wait", Statistic::p95)},
      {"Wq_p99", "pool wait:p99", hours(kPool, "wait", Statistic::p99)},
      {"P_start_within_0p5", "pool wait:share_within:30 min", of(kPool, "wait:share_within:30 min")},
      {"P_W_gt_10", "step over_deadline/entries", over_deadline},
      {"P_sojourn_within_3", "1 - step over_deadline/entries", complement(over_deadline)},
      {"mean_tardiness_due10", "step lateness", hours(kStep, "lateness")},
  };
}

KnownAnswer station(const std::string& id, int fast, const std::string& scenario = {}) {
  KnownAnswer answer{id, (scenario.empty() ? id : scenario) + ".toml", fast, {}};
  for (Answer& one : everything()) {
    if (exact_value(id, one.measure)) answer.answers.push_back(std::move(one));
  }
  return answer;
}

}  // namespace

std::vector<KnownAnswer> stations() {
  return {station("MM1-0.8", 12),     station("MM1-0.95", 0),    station("MMc-3-0.9", 20),
          station("MMc-10-0.9", 20),  station("MMc-50-0.96", 0), station("MD1-0.8", 40),
          station("ME21-0.8", 30),    station("MU1-0.8", 40),    station("MLN1-0.8-cv1", 30),
          station("MLN1-0.9-cv2", 0), station("MDc-3-0.9", 20),  station("MX-fixed5", 30),
          station("DM1", 40),         station("SLA-MM10", 40),   station("TRANS-MM1-0.9", 0, "TRANS-MM1-0.9-steady")};
}

}  // namespace sagsflow::theory

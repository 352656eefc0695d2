#include "known_answers.h"

namespace sagsflow::theory {
namespace {

KnownAnswer meeting(const std::string& id, double agenda) {
  const std::string board = "meeting.board";
  return {id,
          id + ".toml",
          15,
          {{"util", "cases_per_session/agenda", of(board, "cases_per_session", 1 / agenda)},
           {"E_waiting_before_meeting", "meeting before", of(board, "before")},
           {"E_left_after_meeting", "meeting left_over", of(board, "left_over")},
           {"L_time_avg", "meeting queue", of(board, "queue")},
           {"L_time_avg", "status stock", of("status.open", "stock")},
           {"Wq", "meeting wait", of(board, "wait")},
           {"Wq", "step wait", of("procedure.case.step.heard", "wait")},
           {"P_taken_first_meeting", "meeting first_session_share", of(board, "first_session_share")},
           {"P_meeting_full", "meeting full_share", of(board, "full_share")},
           {"mean_cases_per_meeting", "meeting cases_per_session", of(board, "cases_per_session")},
           {"Wq_p50", "meeting wait:p50", of(board, "wait", Statistic::p50)},
           {"Wq_p90", "meeting wait:p90", of(board, "wait", Statistic::p90)},
           {"Wq_p95", "meeting wait:p95", of(board, "wait", Statistic::p95)}}};
}

KnownAnswer casework() {
  const std::string review = "status.s4.duty.review";
  const auto reached = [](const std::string& status) {
    return quotient("status." + status, "entries", "arrival.cases", "count");
  };
  return {"SMP-casework",
          "SMP-casework.toml",
          20,
          {{"P_clock1", "exit share", of("status.s1.exit.clock", "share")},
           {"E_time_S1", "status duration", of("status.s1", "duration")},
           {"P_reach_S2", "status entries/arrivals", reached("s2")},
           {"E_time_in_S2_given", "status duration", of("status.s2", "duration")},
           {"P_clock2", "exit share", of("status.s2.exit.clock", "share")},
           {"P_reach_S3", "status entries/arrivals", reached("s3")},
           {"P_reach_S4", "status entries/arrivals", reached("s4")},
           {"E_cycles_S4_given", "1 + reviews that go on/entries",
            affine(part_per("procedure.review.step.review", "next.end.share", "status.s4", "entries"), 1, 1)},
           {"E_time_S4_given", "status duration", of("status.s4", "duration")},
           {"E_reviews_per_S4_case", "duty held/entries", quotient(review, "held", "status.s4", "entries")},
           {"E_reviews_per_S4_case", "duty held_per_person", of(review, "held_per_person")},
           {"P_closed_at_review_given_S4", "1 - exit share", complement(of("status.s4.exit.closure", "share"))},
           {"E_total_time", "total time_in_system", of("total", "time_in_system")},
           {"P_close_at_S1", "final status entries/arrivals", reached("closed_s1")},
           {"P_close_at_S2", "final status entries/arrivals", reached("closed_s2")},
           {"P_close_at_S3", "final status entries/arrivals", reached("closed_s3")}}};
}

KnownAnswer race() {
  const std::string step = "procedure.race.step.wait";
  return {"CR-exp-D",
          "CR-exp-D.toml",
          20,
          {{"P_deadline", "exit share", of("status.exits.exit.deadline", "share")},
           {"P_deadline", "step gave_up/entries", quotient(step, "gave_up", step, "entries")},
           {"E_min", "status duration", of("status.exits", "duration")},
           {"E_min", "step wait", of(step, "wait")},
           {"E_T_given_early", "step wait_begun", of(step, "wait_begun")}}};
}

}  // namespace

std::vector<KnownAnswer> caseloads() {
  const std::string open = "status.open", review = "status.open.duty.review", step = "procedure.case.step.open";
  return {
      {"MGinf-steady",
       "MGinf-steady.toml",
       20,
       {{"L", "status stock", of(open, "stock")},
        {"var_N", "status stock:sd, squared", squared(of(open, "stock", Statistic::sd))},
        {"P_N_gt_55", "status stock:share_above:55", of(open, "stock:share_above:55")},
        {"P_N_ge_60", "status stock:share_above:59", of(open, "stock:share_above:59")}}},
      {"CENS-MGinf",
       "CENS-MGinf.toml",
       1000,
       {{"E_completed", "exit count", of("status.open.exit.closed", "count")},
        {"E_open_at_H", "status stock:at_end", of(open, "stock", Statistic::at_end)},
        {"E_open_at_H", "status duration:open", of(open, "duration", Statistic::open)},
        {"time_avg_N_0_H", "status stock", of(open, "stock")}}},
      // A quantile that some replication does not see reached has no interval; it does not go by how many come.
      {"CENS-MGinf",
       "CENS-MGinf-many.toml",
       100,
       {{"true_p90", "status duration:p90", of(open, "duration", Statistic::p90)}}},
      {"CENS-MGinf",
       "CENS-MGinf-seen-out.toml",
       1000,
       {{"true_mean_duration", "status duration", of(open, "duration")},
        {"true_mean_duration", "step wait", of(step, "wait")},
        {"true_p90", "status duration:p90", of(open, "duration", Statistic::p90)},
        {"frac_durations_le_120", "1 - step over_deadline/entries",
         complement(quotient(step, "over_deadline", step, "entries"))}}},
      meeting("MEET-0.5-14-10", 10),
      meeting("MEET-1-7-8", 8),
      casework(),
      race(),
      {"CADENCE-exp",
       "CADENCE-exp.toml",
       20,
       {{"reviews_per_case", "duty due/entries", quotient(review, "due", open, "entries")},
        {"reviews_per_day", "duty due per day", rate(review, "due", kDay)},
        {"staff_hours_per_day", "pool hours per day", rate("pool.caseworker", "hours", kDay)},
        {"staff_hours_per_day", "total staff_hours per day", rate("total", "staff_hours", kDay)},
        {"staff_hours_per_year365", "step hours per 365 days",
         rate("procedure.review.step.review", "hours", 365 * kDay)},
        {"open_cases", "status stock", of(open, "stock")}}},
  };
}

}  // namespace sagsflow::theory

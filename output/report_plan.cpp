#include "output/report_plan.h"

#include <algorithm>
#include <array>

#include "output/phrases.h"

namespace sagsflow {
namespace {

using enum Statistic;
using enum Shown;
using enum GroupPlan::Headed;
using enum GroupPlan::Order;

bool is_total(const Results&, const ObjectInfo& object) {
  return object.kind == "total";
}
bool is_own_pool(const Results&, const ObjectInfo& object) {
  return object.kind == "pool" && !object.outside;
}
bool is_outside_pool(const Results&, const ObjectInfo& object) {
  return object.kind == "pool" && object.outside;
}
bool is_meeting(const Results&, const ObjectInfo& object) {
  return object.kind == "meeting";
}
bool is_activity(const Results&, const ObjectInfo& object) {
  return object.kind == "step" || object.kind == "meeting";
}
bool is_status(const Results&, const ObjectInfo& object) {
  return object.kind == "status";
}
bool is_paid_status(const Results&, const ObjectInfo& object) {
  return object.kind == "status" && object.has_benefit;
}
bool is_step_with_deadline(const Results&, const ObjectInfo& object) {
  return object.kind == "step" && object.has_deadline;
}
bool is_duty(const Results&, const ObjectInfo& object) {
  return object.kind == "duty";
}
bool is_place(const Results&, const ObjectInfo& object) {
  return is_waiting_place(object);
}

/// A procedure that brings the citizen before a meeting, for its decision.
bool is_decided_at_a_meeting(const Results& results, const ObjectInfo& object) {
  if (object.kind != "procedure") return false;
  return std::ranges::any_of(results.objects, [&](const ObjectInfo& other) {
    return other.detail == "meeting" && other.path.starts_with(object.path + ".step.");
  });
}

constexpr std::array kTotalHours = {
    RowPlan{"staff_hours", sum, per_year, phrases::staff_hours},
    RowPlan{"staff_cost", sum, thousands_per_year, phrases::cost_below},
};
constexpr std::array kHours = {RowPlan{"hours", sum, per_year}};
constexpr std::array kHoursWithCost = {
    RowPlan{"hours", sum, per_year},
    RowPlan{"cost", sum, thousands_per_year, phrases::cost_below},
};
constexpr std::array kHoursAndCost = {
    GroupPlan{by_heading, {}, is_total, kTotalHours},
    GroupPlan{by_heading, phrases::own_pools, is_own_pool, kHoursWithCost, by_change},
    GroupPlan{by_heading, phrases::outside_pools, is_outside_pool, kHoursWithCost, by_change},
    GroupPlan{by_heading, phrases::hours_by_activity, is_activity, kHours, by_change, 6},
};

constexpr std::array kWait = {
    RowPlan{"wait", mean, as_it_is, phrases::mean},        RowPlan{"wait", p50, as_it_is, phrases::median, {}, true},
    RowPlan{"wait", p90, as_it_is, phrases::ninety},       RowPlan{"wait", open, as_it_is, phrases::still_waiting},
    RowPlan{"gave_up", count, per_year, phrases::give_up},
};
constexpr std::array kLeadTime = {
    RowPlan{"lead_time", mean, as_it_is, phrases::whole_mean},
    RowPlan{"lead_time", p50, as_it_is, phrases::whole_median},
    RowPlan{"lead_time", p90, as_it_is, phrases::whole_ninety},
};
constexpr std::array kWaits = {
    GroupPlan{by_object, {}, is_place, kWait},
    GroupPlan{by_object, {}, is_decided_at_a_meeting, kLeadTime},
};

constexpr std::array kCauses = {
    RowPlan{"cause.document", sum, thousands_per_year, phrases::cause_document},
    RowPlan{"cause.outside", sum, thousands_per_year, phrases::cause_outside},
    RowPlan{"cause.busy", sum, thousands_per_year, phrases::cause_busy},
    RowPlan{"cause.closed", sum, thousands_per_year, phrases::cause_closed},
    RowPlan{"cause.session", sum, thousands_per_year, phrases::cause_session},
    RowPlan{"cause.full", sum, thousands_per_year, phrases::cause_full},
    RowPlan{"cause.cancelled", sum, thousands_per_year, phrases::cause_cancelled},
    RowPlan{"cause.citizen", sum, thousands_per_year, phrases::cause_citizen},
};
constexpr std::array kWhyTheyWait = {GroupPlan{by_heading, {}, is_total, kCauses}};

constexpr std::array kMeeting = {
    RowPlan{"sessions", count, per_year, phrases::sessions},
    RowPlan{"cancelled", count, per_year, phrases::cancelled_sessions, {}, true},
    RowPlan{"cases", count, per_year, phrases::cases},
    RowPlan{"cases_per_session", mean, as_it_is, phrases::cases_per_session},
    RowPlan{"full_share", mean, per_cent, phrases::full_share},
    RowPlan{"first_session_share", mean, per_cent, phrases::first_session_share},
};
constexpr std::array kMeetings = {GroupPlan{by_object, {}, is_meeting, kMeeting}};

constexpr std::array kOverDeadline = {
    RowPlan{"over_deadline", mean, per_cent, {}, "entries"},
    RowPlan{"over_deadline", count, per_year, phrases::times_below, {}, true},
};
constexpr std::array kLateDuty = {
    RowPlan{"late", mean, per_cent, {}, "due"},
    RowPlan{"late", count, per_year, phrases::times_below, {}, true},
    RowPlan{"missed", count, per_year, phrases::missed_below},
};
constexpr std::array kDeadlines = {
    GroupPlan{by_heading, {}, is_step_with_deadline, kOverDeadline},
    GroupPlan{by_heading, phrases::duties, is_duty, kLateDuty, by_change, 6},
};

constexpr std::array kStock = {RowPlan{"stock", mean, as_it_is}};
constexpr std::array kStocks = {GroupPlan{by_heading, {}, is_status, kStock}};
constexpr std::array kDuration = {RowPlan{"duration", mean, weeks, {}, {}, true}};
constexpr std::array kWeeksOnBenefit = {GroupPlan{by_heading, {}, is_paid_status, kDuration}};

constexpr std::array kTotalMoney = {
    RowPlan{"benefit", sum, millions_per_year, phrases::benefit},
    RowPlan{"state_net", sum, millions_per_year, phrases::state_net},
    RowPlan{"staff_cost", sum, millions_per_year, phrases::staff_cost},
    RowPlan{"fees", sum, millions_per_year, phrases::fees},
    RowPlan{"municipal_net", sum, millions_per_year, phrases::municipal_net},
};
constexpr std::array kMoney = {GroupPlan{by_heading, {}, is_total, kTotalMoney}};

constexpr std::array kTables = {
    TablePlan{phrases::hours_and_cost, kHoursAndCost},
    TablePlan{phrases::waiting_times, kWaits},
    TablePlan{phrases::why_they_wait, kWhyTheyWait},
    TablePlan{phrases::meetings, kMeetings},
    TablePlan{phrases::deadlines, kDeadlines},
    TablePlan{phrases::stocks, kStocks},
    TablePlan{phrases::weeks_on_benefit, kWeeksOnBenefit},
    TablePlan{phrases::money, kMoney},
};

}  // namespace

std::span<const TablePlan> report_plan() {
  return kTables;
}

bool is_waiting_place(const ObjectInfo& object) {
  if (object.kind == "meeting") return true;
  if (object.kind != "step") return false;
  if (object.has_deadline) return true;
  const bool for_another = object.cause == "document" || object.cause == "outside";
  return (object.detail == "wait" && for_another) || (object.detail == "work" && object.outside);
}

}  // namespace sagsflow

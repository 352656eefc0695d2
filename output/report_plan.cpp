#include "output/report_plan.h"

#include <array>

#include "output/phrases.h"

namespace sagsflow {
namespace {

using enum Statistic;
using enum Shown;
using enum GroupPlan::Headed;

bool is_total(const ObjectInfo& object) {
  return object.kind == "total";
}
bool is_pool(const ObjectInfo& object) {
  return object.kind == "pool";
}
bool is_own_pool(const ObjectInfo& object) {
  return is_pool(object) && !object.outside;
}
bool is_outside_pool(const ObjectInfo& object) {
  return is_pool(object) && object.outside;
}
bool is_step(const ObjectInfo& object) {
  return object.kind == "step";
}
bool is_meeting(const ObjectInfo& object) {
  return object.kind == "meeting";
}
bool is_activity(const ObjectInfo& object) {
  return is_step(object) || is_meeting(object);
}
bool is_status(const ObjectInfo& object) {
  return object.kind == "status";
}
bool is_paid_status(const ObjectInfo& object) {
  return is_status(object) && object.has_benefit;
}
bool is_step_with_deadline(const ObjectInfo& object) {
  return is_step(object) && object.has_deadline;
}
bool is_duty(const ObjectInfo& object) {
  return object.kind == "duty";
}

constexpr std::array kTotalHours = {
    RowPlan{"staff_hours", sum, per_year, phrases::staff_hours},
    RowPlan{"staff_cost", sum, thousands_per_year, phrases::staff_cost_thousands},
};
constexpr std::array kHours = {RowPlan{"hours", sum, per_year}};
constexpr std::array kCost = {RowPlan{"cost", sum, thousands_per_year}};
constexpr std::array kHoursAndCost = {
    GroupPlan{by_heading, phrases::all_staff, is_total, kTotalHours},
    GroupPlan{by_heading, phrases::hours_by_pool, is_own_pool, kHours, 0, true},
    GroupPlan{by_heading, phrases::hours_outside, is_outside_pool, kHours, 0, true},
    GroupPlan{by_heading, phrases::cost_by_pool, is_pool, kCost, 0, true},
    GroupPlan{by_heading, phrases::hours_by_activity, is_activity, kHours, 12, true},
};

constexpr std::array kWait = {
    RowPlan{"wait", mean, as_it_is, phrases::mean},
    RowPlan{"wait", p50, as_it_is, phrases::median},
    RowPlan{"wait", p90, as_it_is, phrases::ninety},
    RowPlan{"wait", open, as_it_is, phrases::still_waiting},
};
constexpr std::array kWaits = {GroupPlan{by_object, {}, is_waiting_place, kWait}};

constexpr std::array kMeeting = {
    RowPlan{"sessions", count, per_year, phrases::sessions},
    RowPlan{"cancelled", count, per_year, phrases::cancelled_sessions},
    RowPlan{"cases", count, per_year, phrases::cases},
    RowPlan{"cases_per_session", mean, as_it_is, phrases::cases_per_session},
    RowPlan{"full_share", mean, per_cent, phrases::full_share},
    RowPlan{"first_session_share", mean, per_cent, phrases::first_session_share},
};
constexpr std::array kMeetings = {GroupPlan{by_object, {}, is_meeting, kMeeting}};

constexpr std::array kOverDeadline = {
    RowPlan{"over_deadline", count, per_year, phrases::over_deadline},
    RowPlan{"over_deadline", mean, per_cent, phrases::over_deadline_share, "entries"},
};
constexpr std::array kLateDuty = {
    RowPlan{"late", count, per_year, phrases::late},
    RowPlan{"late", mean, per_cent, phrases::late_share, "due"},
    RowPlan{"missed", count, per_year, phrases::missed},
};
constexpr std::array kDeadlines = {
    GroupPlan{by_object, {}, is_step_with_deadline, kOverDeadline},
    GroupPlan{by_object, {}, is_duty, kLateDuty},
};

constexpr std::array kStock = {RowPlan{"stock", mean, as_it_is}};
constexpr std::array kStocks = {GroupPlan{by_heading, {}, is_status, kStock}};
constexpr std::array kDuration = {RowPlan{"duration", mean, weeks}};
constexpr std::array kWeeksOnBenefit = {GroupPlan{by_heading, {}, is_paid_status, kDuration}};

constexpr std::array kTotalMoney = {
    RowPlan{"benefit", sum, millions_per_year, phrases::benefit},
    RowPlan{"state_net", sum, millions_per_year, phrases::state_net},
    RowPlan{"staff_cost", sum, millions_per_year, phrases::staff_cost},
    RowPlan{"fees", sum, millions_per_year, phrases::fees},
    RowPlan{"municipal_net", sum, millions_per_year, phrases::municipal_net},
};
constexpr std::array kMoney = {GroupPlan{by_heading, {}, is_total, kTotalMoney, 0, true}};

constexpr std::array kTables = {
    TablePlan{phrases::hours_and_cost, kHoursAndCost},
    TablePlan{phrases::waiting_times, kWaits},
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
  const bool wait_step = is_step(object) && (object.detail == "wait" || object.detail == "wait_until");
  return wait_step || is_outside_pool(object) || is_meeting(object);
}

}  // namespace sagsflow
